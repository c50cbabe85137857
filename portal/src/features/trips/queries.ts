import { list, one, type Filter } from '@/api/reads';
import type { Assignment, Trip } from '@/api/types';

export const queries = {
  trips: (filter: Filter) => list<Trip>('trips', '/trips', filter),
  trip: (id: string) => one<Trip>('trips', '/trips', id),
  assignments: (trip: string) =>
    list<Assignment>('trips', `/trips/${encodeURIComponent(trip)}/assignments`, { limit: 100 }),
};

type Own = typeof queries;

declare module '@/api/queries' {
  interface Queries extends Own {}
}
