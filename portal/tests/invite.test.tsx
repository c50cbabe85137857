import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, expect, test, vi } from 'vitest';
import { Invite } from '@/features/identity/Invite';

const answers: Record<string, object> = {
  '/api/auth/invitations/view': {
    organisationName: 'Lakeside Haulage',
    email: 'dan@lakeside.example',
    roles: ['DRIVER'],
    ownRoles: [],
    accountExists: false,
  },
  '/api/auth/invitations/accept': { accessToken: `x.${btoa('{"sub":"p","org":"o"}')}.x`, expiresIn: 300 },
  '/api/auth/providers': [],
};

afterEach(() => {
  cleanup();
  localStorage.clear();
  sessionStorage.clear();
  vi.unstubAllGlobals();
});

test('once somebody has joined, the used invitation is not asked for again', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (path: string) => {
    asked.push(path);
    return Promise.resolve(new Response(JSON.stringify(answers[path])));
  });
  let arrive: (home: { Component: () => string }) => void = () => undefined;
  const router = createMemoryRouter(
    [
      { path: '/invite', element: <Invite /> },
      // The next screen is not there at once.
      { path: '/', lazy: () => new Promise((resolve) => (arrive = resolve)) },
    ],
    { initialEntries: ['/invite#secret'] },
  );
  render(
    <QueryClientProvider client={new QueryClient()}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  fireEvent.change(await screen.findByLabelText('Your name'), { target: { value: 'Dan Reyes' } });
  fireEvent.change(screen.getByLabelText('Password'), { target: { value: 'a long enough pass phrase' } });
  fireEvent.click(screen.getByRole('button', { name: 'Join' }));
  await vi.waitFor(() => expect(asked).toContain('/api/auth/invitations/accept'));
  await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
  await act(async () => arrive({ Component: () => 'Home' }));
  expect(await screen.findByText('Home')).toBeTruthy();
  expect(asked.filter((path) => path === '/api/auth/invitations/view')).toHaveLength(1);
});
