import { list } from '@/api/reads';
import type { Position, Whereabouts } from '@/api/types';

export const queries = {
  positions: (id: string) =>
    list<Position>('positions', `/bookings/${encodeURIComponent(id)}/positions`, { limit: 100 }),
  /** The key begins with `bookings`, so it is read again whenever something happens to a booking. */
  onTheRoad: () => list<Whereabouts>('bookings', '/tracking/on-the-road', {}),
};

type Own = typeof queries;

declare module '@/api/queries' {
  interface Queries extends Own {}
}
