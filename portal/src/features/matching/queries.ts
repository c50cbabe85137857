import { list } from '@/api/reads';
import type { Match } from '@/api/types';

export const queries = {
  matchesForLoad: (load: string) => list<Match>('matches', '/matches', { load, limit: 10 }),
  matchesForTrip: (trip: string, limit = 10) => list<Match>('matches', '/matches', { trip, limit }),
};

type Own = typeof queries;

declare module '@/api/queries' {
  interface Queries extends Own {}
}
