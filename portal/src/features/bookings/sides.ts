import type { Booking, Me } from '@/api/types';
import { words } from './words';

/** "Sold" or "Bought", for an organisation that does both; null for a shipper or a carrier, for whom it is always the same. */
export function sideOf(
  booking: Booking,
  me: { organisation: Me['organisation']; may: (right: string) => boolean },
) {
  if (!me.may('carriage.broker') || !me.may('loads.post')) return null;
  return booking.seller.id === me.organisation?.id ? words.sold : words.bought;
}
