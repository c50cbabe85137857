import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, expect, test, vi } from 'vitest';
import type { Driver, Me, Member } from '@/api/types';
import { accountChoices, signsIn, suggestedAccount } from '@/features/fleet/accounts';
import { DriverPage } from '@/features/fleet/DriverForm';
import { MeContext } from '@/shell/me';

const member = (personId: string, name: string, ...roles: string[]) =>
  ({ personId, name, email: `${personId}@lakeside.example`, roles }) as unknown as Member;

const driver = (id: string, personId: string | null) => ({ id, name: id, personId }) as Driver;

const owner = member('olga', 'Olga Lake', 'OWNER', 'CARRIER');
const dan = member('dan', 'Dan Reyes', 'DRIVER');

test('who drives stands first, and of the others it is said what they are', () => {
  expect(accountChoices([owner, dan], [])).toEqual([
    { value: 'dan', label: 'Dan Reyes (dan@lakeside.example)' },
    { value: 'olga', label: 'Olga Lake (olga@lakeside.example): Owner and Carrier' },
  ]);
});

test('the member is suggested who drives under this name and is no other driver', () => {
  expect(suggestedAccount(' dan  reyes', [owner, dan], [driver('d', null)])).toBe('dan');
  expect(suggestedAccount('Olga Lake', [owner, dan], [])).toBeNull();
  expect(suggestedAccount('Dan Reyes', [owner, dan], [driver('d', 'dan')])).toBeNull();
  expect(suggestedAccount('Dan Reyes', [dan, member('dan2', 'Dan Reyes', 'DRIVER')], [])).toBeNull();
});

test('of a driver it is said as whom they sign in, as far as that is known', () => {
  expect(signsIn(driver('d', 'dan'), [owner, dan])).toBe('Signs in as Dan Reyes');
  expect(signsIn(driver('d', 'dan'), undefined)).toBe('Signs in');
  expect(signsIn(driver('d', null), [dan])).toBe('No account');
});

const me = {
  permissions: ['organisation.manage'],
  ownTrips: [],
  organisation: { id: 'o', ownRoles: [] },
} as unknown as Me;

/** The form of a driver, who is called Dan Reyes. @returns what is sent, and the field for the account */
async function form(at = '/new') {
  const sent: { personId: string | null }[] = [];
  vi.stubGlobal('fetch', (path: string, call: RequestInit) => {
    if (call.body) sent.push(JSON.parse(call.body as string) as { personId: string | null });
    const items = path.includes('/members') ? [owner, dan] : [];
    const known = { id: 'd', name: 'Dan Reyes', phone: null, personId: null, active: true, version: 1 };
    return Promise.resolve(new Response(JSON.stringify({ items, next: null, ...known })));
  });
  const client = new QueryClient();
  render(
    <QueryClientProvider client={client}>
      <MemoryRouter initialEntries={[at]}>
        <MeContext.Provider value={me}>
          <Routes>
            <Route path="/new" element={<DriverPage />} />
            <Route path="/:id" element={<DriverPage />} />
          </Routes>
        </MeContext.Provider>
      </MemoryRouter>
    </QueryClientProvider>,
  );
  await screen.findByRole('option', { name: /Olga/ });
  await vi.waitFor(() => expect(client.isFetching()).toBe(0));
  fireEvent.change(screen.getByLabelText('Driver’s name'), { target: { value: 'Dan Reyes' } });
  const account = screen.getByLabelText<HTMLSelectElement>(/^Account/);
  return { sent, account, save: () => fireEvent.click(screen.getByRole('button', { name: 'Save' })) };
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('what is suggested is chosen, and sent', async () => {
  const { sent, account, save } = await form();
  await vi.waitFor(() => expect(account.value).toBe('dan'));
  expect(screen.getByRole('link', { name: /Members/ }).getAttribute('href')).toBe('/members');
  save();
  await vi.waitFor(() => expect(sent.map((body) => body.personId)).toEqual(['dan']));
});

test('who wants no account linked is not asked again', async () => {
  const { sent, account, save } = await form();
  await vi.waitFor(() => expect(account.value).toBe('dan'));
  fireEvent.change(account, { target: { value: '' } });
  expect(account.value).toBe('');
  save();
  await vi.waitFor(() => expect(sent.map((body) => body.personId)).toEqual([null]));
});

test('of a driver who is there already nobody is linked who was not chosen', async () => {
  const { sent, account, save } = await form('/d');
  expect(account.value).toBe('');
  save();
  await vi.waitFor(() => expect(sent.map((body) => body.personId)).toEqual([null]));
});
