import { list } from '@/api/reads';
import type { Position } from '@/api/types';

export const queries = {
  positions: (id: string) =>
    list<Position>('positions', `/bookings/${encodeURIComponent(id)}/positions`, { limit: 100 }),
};

type Own = typeof queries;

declare module '@/api/queries' {
  interface Queries extends Own {}
}
