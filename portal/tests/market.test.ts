import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import { createElement, type ReactNode } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import type { MarketNews } from '@/api/live';
import { Problem } from '@/api/problem';

let tell: (news: MarketNews) => void = () => undefined;
let followed: number;
vi.mock('@/api/live', async (original) => ({
  ...(await original<object>()),
  live: {
    follow: (_: object, follower: (news: MarketNews) => void) => {
      followed++;
      tell = follower;
      return () => followed--;
    },
  },
}));

const { useMarket } = await import('@/components/useMarket');

const topic = { subscribe: 'market', of: 'loads' } as const;
let refetch: ReturnType<typeof vi.fn<() => Promise<{ data: { items: { id: string }[] } }>>>;
let one: (id: string) => Promise<unknown>;

function market(rows: string[], changesOneByOne = true) {
  const client = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) =>
    createElement(QueryClientProvider, { client }, children);
  return renderHook(
    () =>
      useMarket<{ id: string }>({
        topic,
        rows: rows.map((id) => ({ id })),
        refetch,
        one: changesOneByOne ? (id) => ({ queryKey: ['loads', 'one', id], queryFn: () => one(id) }) : null,
      }),
    { wrapper },
  );
}

const soon = () => act(() => vi.advanceTimersByTimeAsync(400));

beforeEach(() => {
  followed = 0;
  refetch = vi.fn(() => Promise.resolve({ data: { items: [{ id: 'a' }, { id: 'n' }] } }));
  one = (id) => Promise.resolve({ id, price: 2 });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  return () => vi.useRealTimers();
});

test('what is new is counted until it is asked for, and what is gone needs no reading', async () => {
  const { result } = market(['a', 'b']);
  act(() => tell({ shown: ['n'], gone: ['b'] }));
  expect([...result.current.came]).toEqual(['n']);
  expect([...result.current.gone]).toEqual(['b']);
  expect(refetch).not.toHaveBeenCalled();
  await act(async () => expect(await result.current.read()).toHaveLength(2));
  expect(result.current.came.size + result.current.gone.size).toBe(0);
});

test('what was gone and is shown again is not gone', () => {
  const { result } = market(['a', 'b']);
  act(() => tell({ shown: [], gone: ['b'] }));
  act(() => tell({ shown: ['b'], gone: [] }));
  expect(result.current.gone.size).toBe(0);
});

test('a row on screen that changed is read by itself', async () => {
  const { result } = market(['a']);
  act(() => tell({ shown: ['a'], gone: [] }));
  await soon();
  expect(result.current.fresh.get('a')).toEqual({ id: 'a', price: 2 });
  expect(refetch).not.toHaveBeenCalled();
});

test('one that can’t be seen any more is gone, and one that could not be read is as it was', async () => {
  one = () => Promise.reject(new Problem(404, 'loads/unknown', 'No', '', null));
  const gone = market(['a']);
  act(() => tell({ shown: ['a'], gone: [] }));
  await soon();
  expect([...gone.result.current.gone]).toEqual(['a']);
  gone.unmount();
  one = () => Promise.reject(new Problem(403, 'no', 'No', '', null));
  const kept = market(['a']);
  act(() => tell({ shown: ['a'], gone: [] }));
  await soon();
  expect(kept.result.current.gone.size).toBe(0);
});

test('an empty list shows what comes, and one that can’t read a row reads itself anew', () => {
  const empty = market([]);
  act(() => tell({ shown: ['n'], gone: [] }));
  expect(refetch).toHaveBeenCalledTimes(1);
  empty.unmount();
  market(['a'], false);
  act(() => tell({ shown: ['a'], gone: [] }));
  expect(refetch).toHaveBeenCalledTimes(2);
});

test('what may have been missed is read anew, and nothing once nobody looks', async () => {
  const { unmount } = market(['a']);
  expect(followed).toBe(1);
  act(() => tell('anew'));
  await soon();
  expect(refetch).toHaveBeenCalledTimes(1);
  act(() => tell('anew'));
  unmount();
  await soon();
  expect(refetch).toHaveBeenCalledTimes(1);
  expect(followed).toBe(0);
});
