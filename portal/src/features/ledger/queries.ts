import { queryOptions } from '@tanstack/react-query';
import { get } from '@/api/http';
import { list, type Filter } from '@/api/reads';
import type { Balance, WalletPosting } from '@/api/types';

export const queries = {
  wallet: () =>
    queryOptions({
      queryKey: ['wallet', 'balances'],
      queryFn: ({ signal }) => get<{ balances: Balance[] }>('/wallet', signal),
    }),
  postings: (filter: Filter) => list<WalletPosting>('wallet', '/wallet/postings', filter),
};

type Own = typeof queries;

declare module '@/api/queries' {
  interface Queries extends Own {}
}
