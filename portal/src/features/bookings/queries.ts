import { list, one, type Filter } from '@/api/reads';
import type { Booking, EventView } from '@/api/types';

export const queries = {
  bookings: (filter: Filter) => list<Booking>('bookings', '/bookings', filter),
  booking: (id: string) => one<Booking>('bookings', '/bookings', id),
  timeline: (id: string) =>
    list<EventView>('timeline', `/bookings/${encodeURIComponent(id)}/timeline`, { limit: 100 }),
};

type Own = typeof queries;

declare module '@/api/queries' {
  interface Queries extends Own {}
}
