import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask, download, get, post, query } from './http';
import type {
  AccountView,
  AddressList,
  ApiKey,
  Assignment,
  AuditEntry,
  Balance,
  Booking,
  ChangedThing,
  Closing,
  Contest,
  Health,
  ContestCase,
  QueuedContest,
  DeadLetter,
  Delivery,
  Driver,
  EventView,
  Factors,
  FailingItem,
  FlagChange,
  FlagSetting,
  Invitation,
  Job,
  LaneReport,
  LastChange,
  Load,
  Logins,
  Match,
  Me,
  Member,
  NetworkRule,
  Notice,
  NoticeChoice,
  NoticeCount,
  Offer,
  Operations,
  OpenInvitation,
  OpenSession,
  OrganisationFound,
  OrganisationMember,
  OrganisationRecord,
  OwnFlags,
  Ownership,
  Page,
  Permission,
  PersonFound,
  Place,
  Policy,
  Position,
  Provider,
  RateBypass,
  Profile,
  RoleDetails,
  StoredDocument,
  Trip,
  Vehicle,
  WalletPosting,
} from './types';

/** Every read of the API, with the key it is cached under: the first word is the resource, as the live feed names it. */

type Filter = Record<string, string | number | null | undefined>;

/** The path is in the key: two lists of one resource may have the same filter, such as what happened to two bookings. */
function list<T>(resource: string, path: string, filter: Filter) {
  return queryOptions({
    queryKey: [resource, 'list', filter, path],
    queryFn: ({ signal }) => get<Page<T>>(path + query(filter), signal),
    placeholderData: keepPreviousData,
  });
}

/** All pages of a list, for who chooses among its things. Only of what a limit of the server bounds to some pages. */
function every<T>(resource: string, path: string) {
  return queryOptions({
    queryKey: [resource, 'list', 'every', path],
    queryFn: async ({ signal }) => {
      const items: T[] = [];
      let after: string | undefined;
      do {
        const page = await get<Page<T>>(path + query({ after, limit: 100 }), signal);
        items.push(...page.items);
        after = page.next ?? undefined;
      } while (after);
      return { items, next: null };
    },
  });
}

/** Looked for by what may name somebody, so in a body. */
function found<T>(resource: string, path: string, search: Filter) {
  return queryOptions({
    queryKey: [resource, 'list', search],
    queryFn: ({ signal }) => post<Page<T>>(path, search, { signal }),
    placeholderData: keepPreviousData,
  });
}

function one<T>(resource: string, path: string, id: string) {
  return queryOptions({
    queryKey: [resource, 'one', id],
    queryFn: ({ signal }) => get<T>(`${path}/${encodeURIComponent(id)}`, signal),
  });
}

/** What an organisation has, as its administrator pages through it. */
function inside<T>(id: string, what: string, after?: string) {
  return queryOptions({
    queryKey: ['organisations', id, what, after],
    queryFn: ({ signal }) =>
      get<Page<T>>(`/admin/organisations/${encodeURIComponent(id)}/${what}${query({ after })}`, signal),
    placeholderData: keepPreviousData,
  });
}

export const queries = {
  me: () => queryOptions({ queryKey: ['me'], queryFn: ({ signal }) => get<Me>('/me', signal) }),
  providers: () =>
    queryOptions({
      queryKey: ['providers'],
      queryFn: ({ signal }) => get<Provider[]>('/auth/providers', signal),
      staleTime: Infinity,
    }),
  /** Where mail goes, too. */
  ready: () =>
    queryOptions({
      queryKey: ['ready'],
      queryFn: ({ signal }) => get<Health>('/ready', signal),
      staleTime: Infinity,
      retry: false,
    }),
  logins: () =>
    queryOptions({ queryKey: ['logins'], queryFn: ({ signal }) => get<Logins>('/auth/logins', signal) }),
  profile: () =>
    queryOptions({ queryKey: ['profile'], queryFn: ({ signal }) => get<Profile>('/me/profile', signal) }),
  /** @param at when it was changed last: another picture is another key */
  avatar: (personId: string, at: string) =>
    queryOptions({
      queryKey: ['avatars', personId, at],
      queryFn: () => download(`/avatars/${encodeURIComponent(personId)}`),
      staleTime: Infinity,
    }),
  factors: () =>
    queryOptions({ queryKey: ['factors'], queryFn: ({ signal }) => get<Factors>('/factors', signal) }),
  invitation: (token: string) =>
    queryOptions({
      queryKey: ['invitations', 'one', token],
      queryFn: () => post<Invitation>('/auth/invitations/view', { token }, { anonymous: true }),
    }),
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
  members: (organisationId: string, after?: string) =>
    list<Member>('members', `/organisations/${encodeURIComponent(organisationId)}/members`, { after }),
  everyMember: (organisationId: string) =>
    every<Member>('members', `/organisations/${encodeURIComponent(organisationId)}/members`),
  addresses: (organisationId: string) =>
    queryOptions({
      queryKey: ['addresses', organisationId],
      queryFn: ({ signal }) =>
        get<AddressList>(`/organisations/${encodeURIComponent(organisationId)}/addresses`, signal),
    }),
  roles: (organisationId: string) =>
    list<RoleDetails>('roles', `/organisations/${encodeURIComponent(organisationId)}/roles`, { limit: 100 }),
  audit: (filter: Filter) => list<AuditEntry>('audit', '/audit', filter),
  policy: (organisationId: string) =>
    one<Policy>('policy', `/organisations/${encodeURIComponent(organisationId)}`, 'policy'),
  ownership: (organisationId: string) =>
    one<Ownership>('ownership', `/organisations/${encodeURIComponent(organisationId)}`, 'ownership'),
  closing: (organisationId: string) =>
    one<Closing>('closing', `/organisations/${encodeURIComponent(organisationId)}`, 'closing'),
  apiKeys: (organisationId: string, after?: string) =>
    list<ApiKey>('api-keys', `/organisations/${encodeURIComponent(organisationId)}/api-keys`, { after }),
  permissions: () => list<Permission>('permissions', '/permissions', {}),
  openInvitations: (organisationId: string, after?: string) =>
    list<OpenInvitation>('invitations', `/organisations/${encodeURIComponent(organisationId)}/invitations`, {
      after,
    }),

  sessions: (after?: string) => list<OpenSession>('sessions', '/sessions', { after, limit: 100 }),
  notices: (filter: Filter) => list<Notice>('notices', '/notifications', filter),
  noticeCount: () =>
    queryOptions({
      queryKey: ['notices', 'count'],
      queryFn: ({ signal }) => get<NoticeCount>('/notifications/count', signal),
    }),
  noticeChoices: () =>
    queryOptions({
      queryKey: ['notices', 'choices'],
      queryFn: ({ signal }) => get<{ preferences: NoticeChoice[] }>('/notifications/preferences', signal),
    }),
  unsubscribing: (token: string) =>
    queryOptions({
      queryKey: ['unsubscribing', token],
      queryFn: () =>
        ask<NoticeChoice>(`/notifications/unsubscribe/${encodeURIComponent(token)}/kind`, {
          anonymous: true,
        }).then((answer) => answer.body),
      retry: false,
    }),
  flags: () =>
    queryOptions({ queryKey: ['flags'], queryFn: ({ signal }) => get<OwnFlags>('/flags', signal) }),
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

  places: (q: string) =>
    queryOptions({
      queryKey: ['places', q],
      queryFn: ({ signal }) => get<Page<Place>>(`/places${query({ q, limit: 8 })}`, signal),
      staleTime: Infinity,
      placeholderData: keepPreviousData,
    }),

  lastChange: (of: ChangedThing, id: string, version: number) =>
    queryOptions({
      queryKey: ['last-changes', of, id, version],
      queryFn: ({ signal }) => get<LastChange>(`/last-changes/${of}/${encodeURIComponent(id)}`, signal),
      staleTime: Infinity,
    }),

  placeNear: (latitude: number, longitude: number) =>
    queryOptions({
      queryKey: ['places', 'near', latitude, longitude],
      queryFn: ({ signal }) =>
        get<Page<Place>>(`/places${query({ near: `${latitude},${longitude}` })}`, signal),
      staleTime: Infinity,
    }),

  drivers: (filter: Filter = {}) => list<Driver>('drivers', '/drivers', filter),
  vehicles: (filter: Filter = {}) => list<Vehicle>('vehicles', '/vehicles', filter),
  driver: (id: string) => one<Driver>('drivers', '/drivers', id),
  vehicle: (id: string) => one<Vehicle>('vehicles', '/vehicles', id),

  loads: (filter: Filter) => list<Load>('loads', '/loads', filter),
  load: (id: string) => one<Load>('loads', '/loads', id),
  trips: (filter: Filter) => list<Trip>('trips', '/trips', filter),
  trip: (id: string) => one<Trip>('trips', '/trips', id),
  assignments: (trip: string) =>
    list<Assignment>('trips', `/trips/${encodeURIComponent(trip)}/assignments`, { limit: 100 }),
  matchesForLoad: (load: string) => list<Match>('matches', '/matches', { load, limit: 10 }),
  matchesForTrip: (trip: string, limit = 10) => list<Match>('matches', '/matches', { trip, limit }),
  offers: (filter: Filter) => list<Offer>('offers', '/offers', filter),
  offer: (id: string) => one<Offer>('offers', '/offers', id),
  bookings: (filter: Filter) => list<Booking>('bookings', '/bookings', filter),
  booking: (id: string) => one<Booking>('bookings', '/bookings', id),
  timeline: (id: string) =>
    list<EventView>('timeline', `/bookings/${encodeURIComponent(id)}/timeline`, { limit: 100 }),
  contests: (filter: Filter) => list<Contest>('contests', '/contests', filter),
  contest: (bookingId: string) =>
    queryOptions({
      queryKey: ['contests', 'of', bookingId],
      queryFn: ({ signal }) => get<Contest>(`/bookings/${encodeURIComponent(bookingId)}/contest`, signal),
    }),
  contestQueue: (filter: Filter) => list<QueuedContest>('contests', '/admin/contests', filter),
  contestCase: (id: string) => one<ContestCase>('contests', '/admin/contests', id),
  contestTimeline: (id: string) =>
    list<EventView>('contests', `/admin/contests/${encodeURIComponent(id)}/timeline`, { limit: 100 }),
  positions: (id: string) =>
    list<Position>('positions', `/bookings/${encodeURIComponent(id)}/positions`, { limit: 100 }),
  document: (id: string) => one<StoredDocument>('documents', '/documents', id),

  wallet: () =>
    queryOptions({
      queryKey: ['wallet', 'balances'],
      queryFn: ({ signal }) => get<{ balances: Balance[] }>('/wallet', signal),
    }),
  postings: (filter: Filter) => list<WalletPosting>('wallet', '/wallet/postings', filter),
  laneReport: (date: string) =>
    queryOptions({
      queryKey: ['reports', date],
      queryFn: ({ signal }) => get<LaneReport>(`/reports/lanes${query({ date })}`, signal),
    }),
};
