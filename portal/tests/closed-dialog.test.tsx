import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, renderHook, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useOutcomes } from '@/api/intentions';
import { useOnce } from '@/api/once';
import { Confirm } from '@/components/Dialog';

function TopUp() {
  const topUp = useOnce('wallet.top-up', { label: 'USD 1.00' });
  return (
    <Confirm
      label="Top up"
      title="Top up?"
      text="It is test money."
      confirm="Do it"
      pending={topUp.isPending}
      error={topUp.error}
      onConfirm={() => topUp.mutate({ n: 1 })}
    />
  );
}

let answer: ((response: Response) => void) | undefined;

const refused = () =>
  new Response(JSON.stringify({ type: 'wallet/no', status: 422, title: 'No', detail: 'Not that much.' }), {
    status: 422,
    headers: { 'Content-Type': 'application/problem+json' },
  });

const open = () => fireEvent.click(screen.getByRole('button', { name: 'Top up' }));
const close = () =>
  fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Close' }));

/** Pressed, and not answered yet. @returns what is told over every screen */
function pressed() {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <TopUp />
    </QueryClientProvider>,
  );
  open();
  fireEvent.click(screen.getByRole('button', { name: 'Do it' }));
  return renderHook(() => useOutcomes().map((one) => one.text)).result;
}

const answered = () =>
  act(async () => {
    await vi.waitFor(() => expect(answer).toBeDefined());
    answer!(refused());
    await new Promise((resolve) => setTimeout(resolve, 20));
  });

beforeEach(() => {
  sessionStorage.clear();
  answer = undefined;
  vi.stubGlobal('fetch', () => new Promise<Response>((resolve) => (answer = resolve)));
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

// In this order: what was told over every screen stays until somebody closes it.
test('who waits in the dialog reads there that it was refused', async () => {
  const told = pressed();
  await answered();
  expect(within(screen.getByRole('dialog')).getByText('Not that much.')).toBeTruthy();
  expect(told.current).toEqual([]);
});

test('who opened the dialog again reads it there', async () => {
  const told = pressed();
  close();
  open();
  await answered();
  expect(within(screen.getByRole('dialog')).getByText('Not that much.')).toBeTruthy();
  expect(told.current).toEqual([]);
});

test('who closed the dialog meanwhile is told over the screen they are on', async () => {
  const told = pressed();
  close();
  expect(screen.queryByRole('dialog')).toBeNull();
  await answered();
  expect(told.current).toEqual([expect.stringMatching(/was refused: Not that much\.$/)]);
});
