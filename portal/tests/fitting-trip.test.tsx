import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import type { Load, Trip } from '@/api/types';
import { useFittingTrip } from '@/features/deals/useFittingTrip';

const load = {
  id: 'l',
  equipment: 'DRY_VAN',
  stops: [
    { window: { start: '2026-11-28T08:00:00Z', end: '2026-11-28T10:00:00Z' } },
    { window: { start: '2026-11-29T08:00:00Z', end: '2026-11-29T10:00:00Z' } },
  ],
} as unknown as Load;

function trip(id: string, changed: Partial<Trip> = {}): Trip {
  return {
    id,
    equipment: 'DRY_VAN',
    startsAt: '2026-11-28T07:00:00Z',
    endsAt: '2026-11-29T12:00:00Z',
    ...changed,
  } as Trip;
}

/** @param matching by trip, the legs of the load that fit it */
function fitting(trips: Trip[], matching: Record<string, string[]>, legId = '') {
  const asked = vi.fn((path: string) => {
    const id = new URL(path, 'http://here').searchParams.get('trip')!;
    const items = (matching[id] ?? []).map((leg) => ({ load: { id: 'l' }, legId: leg }));
    return Promise.resolve(new Response(JSON.stringify({ items, next: null })));
  });
  vi.stubGlobal('fetch', asked);
  const client = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const { result } = renderHook(() => useFittingTrip(load, legId, trips), { wrapper });
  return { result, asked, settled: () => waitFor(() => expect(client.isFetching()).toBe(0)) };
}

afterEach(() => vi.unstubAllGlobals());

test('the one trip that fits is found', async () => {
  const { result } = fitting([trip('a'), trip('b')], { b: ['x'] });
  await waitFor(() => expect(result.current).toBe('b'));
});

test('between several that fit only a person can choose', async () => {
  const { result, settled } = fitting([trip('a'), trip('b')], { a: ['x'], b: ['x'] });
  await settled();
  expect(result.current).toBeNull();
});

test('one that fits another leg does not fit', async () => {
  const { result } = fitting([trip('a'), trip('b')], { a: ['x'], b: ['y'] }, 'y');
  await waitFor(() => expect(result.current).toBe('b'));
});

test('nothing is asked about a trip with other equipment, at another time, or among many', () => {
  const others = [
    trip('a', { equipment: 'REEFER' as Trip['equipment'] }),
    trip('b', { startsAt: '2026-11-29T11:00:00Z' }),
    trip('c', { endsAt: '2026-11-28T07:30:00Z' }),
  ];
  const many = Array.from({ length: 6 }, (_, index) => trip(`m${index}`));
  for (const trips of [others, many]) {
    const { result, asked } = fitting(trips, { a: ['x'], b: ['x'], c: ['x'], m0: ['x'] });
    expect(result.current).toBeNull();
    expect(asked).not.toHaveBeenCalled();
  }
});
