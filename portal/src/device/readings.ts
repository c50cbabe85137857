import { hashKey, type QueryClient, type QueryKey } from '@tanstack/react-query';
import { Problem } from '@/api/problem';
import { queries } from '@/api/queries';
import { reading } from '@/api/reading';
import { session } from '@/api/session';
import type { Booking, Me, Page } from '@/api/types';
import { all, askToPersist, empty, put, remove } from './store';

/**
 * What a driver read last, for a page that is opened without a connection: who they are, their bookings with stops and places, and what happened on each
 * booking. Nothing is kept for other people, nor for an administrator who reads in a driver's place. It is deleted when the session ends, however that
 * happens, and when another person signs in.
 */
interface Reading {
  id: string;
  owner: string;
  key: QueryKey;
  data: unknown;
  at: number;
}

const kept = new Set(['me', 'profile', 'flags', 'bookings', 'trips', 'timeline']);
const oldMillis = 14 * 86_400_000;
/** Tells without opening the store whether it holds something, so that an office's pages need not wait for it. */
const markKey = 'lanerunner.readings';

const owner = (): string => `${session.personId()}|${session.organisationId()}`;

function isDrivers(client: QueryClient): boolean {
  const me = client.getQueryData<Me>(['me']);
  return Boolean(me && !me.impersonation && me.ownTrips.includes('bookings.view') && !reading.isOn());
}

export const hasReadings = (): boolean => localStorage.getItem(markKey) !== null;

/** Shows what was kept, until something newer is read. */
export async function restoreReadings(client: QueryClient): Promise<void> {
  if (!session.isOpen()) return forgetReadings();
  const found = await all<Reading>('readings').catch(() => []);
  const own = found.filter((one) => one.owner === owner() && one.at > Date.now() - oldMillis);
  const gone = found.filter((one) => !own.includes(one)).map((one) => one.id);
  if (gone.length > 0) await remove('readings', gone).catch(() => undefined);
  for (const one of own) client.setQueryData(one.key, one.data, { updatedAt: one.at });
  for (const one of own) if (isBookings(one.key)) eachBooking(client, one.data as Page<Booking>, one.at);
}

const todays = hashKey(queries.bookings({ limit: 100 }).queryKey);
const isBookings = (key: QueryKey): boolean => hashKey(key) === todays;

/** The list holds whole bookings, so each booking's own screen and the screen of all bookings are filled from it, too. */
function eachBooking(client: QueryClient, page: Page<Booking>, at: number): void {
  const show = (key: QueryKey, data: unknown) => {
    if ((client.getQueryState(key)?.dataUpdatedAt ?? 0) < at)
      client.setQueryData(key, data, { updatedAt: at });
  };
  show(queries.bookings({ status: '', after: '' }).queryKey, page);
  for (const booking of page.items) show(queries.booking(booking.id).queryKey, booking);
}

/** Keeps what is read from now on. @param onFull called when there is no room for it */
export function keepReadings(client: QueryClient, onFull: () => void): void {
  let asked = false;
  client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || !kept.has(String(event.query.queryKey[0]))) return;
    const { queryKey, queryHash, state } = event.query;
    const id = `${owner()}|${queryHash}`;
    if (event.action.type === 'error' && [403, 404].includes(Problem.of(state.error).status)) {
      if (hasReadings()) void remove('readings', [id]).catch(() => undefined);
      return;
    }
    if (event.action.type !== 'success' || event.action.manual || !isDrivers(client)) return;
    if (isBookings(queryKey)) eachBooking(client, state.data as Page<Booking>, state.dataUpdatedAt);
    localStorage.setItem(markKey, '1');
    if (!asked) askToPersist();
    asked = true;
    const row: Reading = { id, owner: owner(), key: queryKey, data: state.data, at: state.dataUpdatedAt };
    put('readings', row).catch(onFull);
  });
}

export async function forgetReadings(): Promise<void> {
  if (!hasReadings()) return;
  localStorage.removeItem(markKey);
  await empty('readings').catch(() => undefined);
}
