import { QueryClient } from '@tanstack/react-query';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Booking } from '@/api/types';
import { memoryStore } from './memory-store';

const store = memoryStore();
vi.mock('@/device/store', () => store);

const { Problem } = await import('@/api/problem');
const { queries } = await import('@/api/queries');
const { session } = await import('@/api/session');
const { forgetReadings, hasReadings, keepReadings, restoreReadings } = await import('@/device/readings');

const today = queries.bookings({ limit: 100 }).queryKey;
const whole = queries.bookings({ status: '', after: '' }).queryKey;
const list = { items: [{ id: 'b1', reference: 'B-1' }] as Booking[], next: null };

function signIn(sub: string): void {
  const claims = btoa(JSON.stringify({ sub, org: 'o1' }));
  session.open({ accessToken: `x.${claims}.y`, refreshToken: null, expiresIn: 3600 });
}

/** A page of somebody's, with what it has read. */
async function page(ownTrips: string[], full = () => undefined): Promise<QueryClient> {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  keepReadings(client, full);
  client.setQueryData(['me'], { ownTrips, impersonation: null });
  await client.fetchQuery({ queryKey: today, queryFn: () => list });
  return client;
}

beforeEach(() => {
  store.clear();
  localStorage.clear();
  sessionStorage.clear();
  signIn('dana');
});

test('a driver’s day is there again with its details and the list of all, until something newer is read', async () => {
  await page(['bookings.view']);
  const again = new QueryClient();
  await restoreReadings(again);
  expect(again.getQueryData(today)).toEqual(list);
  expect(again.getQueryData(whole)).toEqual(list);
  expect(again.getQueryData(queries.booking('b1').queryKey)).toEqual(list.items[0]);
});

test('of others nothing is kept, and nobody is shown another’s', async () => {
  await page([]);
  expect(hasReadings()).toBe(false);
  await page(['bookings.view']);
  signIn('eve');
  const again = new QueryClient();
  await restoreReadings(again);
  expect(again.getQueryData(today)).toBeUndefined();
  expect(await store.all('readings')).toEqual([]);
});

test('it goes with the session, and with the right to read it', async () => {
  const client = await page(['bookings.view']);
  const gone = () =>
    client.fetchQuery({ queryKey: today, queryFn: () => Promise.reject(passedOn), staleTime: 0 });
  const passedOn = new Problem(404, 'trips/passed-on', '', '', null);
  await expect(gone()).rejects.toBe(passedOn);
  expect(await store.all('readings')).toEqual([]);
  await page(['bookings.view']);
  session.close();
  await forgetReadings();
  expect(hasReadings()).toBe(false);
  expect(await store.all('readings')).toEqual([]);
});
