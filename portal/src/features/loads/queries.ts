import { list, one, type Filter } from '@/api/reads';
import type { Load } from '@/api/types';

export const queries = {
  loads: (filter: Filter) => list<Load>('loads', '/loads', filter),
  load: (id: string) => one<Load>('loads', '/loads', id),
};

type Own = typeof queries;

declare module '@/api/queries' {
  interface Queries extends Own {}
}
