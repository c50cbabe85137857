import { list, one, type Filter } from '@/api/reads';
import type { Offer } from '@/api/types';

export const queries = {
  offers: (filter: Filter) => list<Offer>('offers', '/offers', filter),
  offer: (id: string) => one<Offer>('offers', '/offers', id),
};

type Own = typeof queries;

declare module '@/api/queries' {
  interface Queries extends Own {}
}
