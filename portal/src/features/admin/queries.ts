import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get, query } from '@/api/http';
import { found, list, one, type Filter } from '@/api/reads';
import type {
  AccountView,
  Balance,
  Booking,
  DeadLetter,
  Delivery,
  FailingItem,
  FlagChange,
  FlagSetting,
  Job,
  Load,
  NetworkRule,
  Operations,
  OrganisationFound,
  OrganisationMember,
  OrganisationRecord,
  Page,
  PersonFound,
  RateBypass,
  WalletPosting,
} from '@/api/types';

/** A list of what an organisation has, which its administrator pages through. */
function inside<T>(id: string, what: string, after?: string) {
  return queryOptions({
    queryKey: ['organisations', id, what, after],
    queryFn: ({ signal }) =>
      get<Page<T>>(`/admin/organisations/${encodeURIComponent(id)}/${what}${query({ after })}`, signal),
    placeholderData: keepPreviousData,
  });
}

export const queries = {
  organisations: (search: Filter) =>
    found<OrganisationFound>('organisations', '/admin/organisations/search', search),
  organisationRecord: (id: string) => one<OrganisationRecord>('organisations', '/admin/organisations', id),
  organisationPeople: (id: string, after?: string) => inside<OrganisationMember>(id, 'people', after),
  organisationBookings: (id: string, after?: string) => inside<Booking>(id, 'bookings', after),
  organisationLoads: (id: string, after?: string) => inside<Load>(id, 'loads', after),
  organisationWallet: (id: string) =>
    queryOptions({
      queryKey: ['organisations', id, 'wallet'],
      queryFn: ({ signal }) =>
        get<{ balances: Balance[] }>(`/admin/organisations/${encodeURIComponent(id)}/wallet`, signal),
    }),
  organisationPostings: (id: string, after?: string) => inside<WalletPosting>(id, 'postings', after),
  people: (q: string, after?: string) => found<PersonFound>('people', '/admin/people/search', { q, after }),
  deliveries: (filter: Filter) => list<Delivery>('deliveries', '/admin/deliveries', filter),
  operations: () =>
    queryOptions({
      queryKey: ['operations', 'figures'],
      queryFn: ({ signal }) => get<Operations>('/admin/operations', signal),
      refetchInterval: 30_000,
    }),
  jobs: () =>
    queryOptions({
      queryKey: ['operations', 'jobs'],
      queryFn: ({ signal }) => get<Job[]>('/admin/jobs', signal),
    }),
  deadLetters: () =>
    queryOptions({
      queryKey: ['operations', 'dead-letters'],
      queryFn: ({ signal }) => get<DeadLetter[]>('/admin/dead-letters', signal),
    }),
  failingItems: (after?: string) =>
    list<FailingItem>('operations', '/admin/due-items', { after, limit: 100 }),
  person: (id: string) => one<AccountView>('people', '/admin/people', id),
  flagSettings: (after?: string) => list<FlagSetting>('flag-settings', '/admin/flags', { after }),
  flagSetting: (key: string) => one<FlagSetting>('flag-settings', '/admin/flags', key),
  flagChanges: (key: string) =>
    list<FlagChange>('flag-settings', `/admin/flags/${encodeURIComponent(key)}/changes`, { limit: 10 }),
  networkRules: (after?: string) => list<NetworkRule>('network-rules', '/admin/network-rules', { after }),
  rateBypasses: (after?: string) => list<RateBypass>('rate-bypasses', '/admin/rate-bypasses', { after }),
};

type Own = typeof queries;

declare module '@/api/queries' {
  interface Queries extends Own {}
}
