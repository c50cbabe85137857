import { QueryClient, type Query } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { isContent, isFed } from '@/api/fed';
import { topicKey } from '@/api/live';
import { queries } from '@/api/queries';

const client = new QueryClient();
const cached = (options: { queryKey: readonly unknown[] }, data?: unknown): Query => {
  if (data !== undefined) client.setQueryData(options.queryKey, data);
  return client.getQueryCache().build(client, { queryKey: options.queryKey }) as unknown as Query;
};
const reader = (permissions: string[], told: object[]) => ({
  organisationId: 'ours',
  may: (permission: string) => permissions.includes(permission),
  told: new Set(told.map(topicKey)),
});
const organisation = { subscribe: 'organisation' };

test('what stands around a screen is no content of it', () => {
  expect(isContent(cached(queries.me()))).toBe(false);
  expect(isContent(cached(queries.places('Chi')))).toBe(false);
  expect(isContent(cached(queries.search('Chi')))).toBe(false);
  expect(isContent(cached(queries.loads({})))).toBe(true);
});

test('the organisation’s events move what its reader may see, once the server tells of them', () => {
  const bookings = cached(queries.bookings({}));
  expect(isFed(bookings, reader(['bookings.view'], [organisation]))).toBe(true);
  expect(isFed(bookings, reader(['bookings.view'], []))).toBe(false);
  expect(isFed(bookings, reader([], [organisation]))).toBe(false);
  expect(isFed(cached(queries.laneReport('2026-11-28')), reader(['reports.view'], [organisation]))).toBe(
    false,
  );
});

test('a list of the market is moved by the market alone', () => {
  const list = cached(queries.loads({ scope: 'market', equipment: 'REEFER' }));
  const all = ['loads.view', 'bookings.view'];
  expect(isFed(list, reader(all, [organisation]))).toBe(false);
  expect(isFed(list, reader(all, [{ subscribe: 'market', of: 'loads', equipment: 'REEFER' }]))).toBe(true);
  expect(isFed(list, reader(all, [{ subscribe: 'market', of: 'loads' }]))).toBe(false);
});

test('another’s load is moved by the market, the own by the organisation’s events', () => {
  const all = ['loads.view', 'bookings.view'];
  const others = cached(queries.load('theirs'), { organisationId: 'theirs', equipment: 'REEFER' });
  const own = cached(queries.load('own'), { organisationId: 'ours', equipment: 'REEFER' });
  const market = reader(all, [{ subscribe: 'market', of: 'loads', equipment: 'REEFER' }]);
  expect([isFed(others, market), isFed(own, market)]).toEqual([true, false]);
  const events = reader(all, [organisation]);
  expect([isFed(others, events), isFed(own, events)]).toEqual([false, true]);
});

test('matches are moved by their own topic', () => {
  const matches = cached(queries.matchesForTrip('t1'));
  expect(isFed(matches, reader([], [{ subscribe: 'matches', trip: 't1' }]))).toBe(true);
  expect(isFed(matches, reader([], [{ subscribe: 'matches', trip: 't2' }]))).toBe(false);
});
