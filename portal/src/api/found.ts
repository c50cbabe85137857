import { statusWord } from '@/components/statuses';
import { clockTime } from '@/components/time';
import { once as w } from '@/words/once';
import { get } from './http';
import type { Booking, Load, Trip } from './types';

/** Says in words what has become of a booking meanwhile, for a person whose command came too late. Several features have agreements about bookings. */
export async function bookingFound(id: string): Promise<string | null> {
  const booking = await get<Booking>(`/bookings/${id}`);
  const { status, cancelledAt, refundedAt, settledAt, contestedAt } = booking;
  const at = cancelledAt ?? refundedAt ?? settledAt ?? (status === 'CONTESTED' ? contestedAt : null);
  return at ? w.already(statusWord(status).toLowerCase(), clockTime(at)) : null;
}

export async function statusFound(path: string): Promise<string | null> {
  const { status } = await get<Load | Trip>(path);
  return status === 'CANCELLED' || status === 'COMPLETED' ? w.nowIs(statusWord(status).toLowerCase()) : null;
}
