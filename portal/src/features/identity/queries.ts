import { queryOptions } from '@tanstack/react-query';
import { get, post } from '@/api/http';
import { every, list, one, type Filter } from '@/api/reads';
import type {
  AddressList,
  ApiKey,
  AuditEntry,
  Closing,
  Factors,
  Invitation,
  Logins,
  Member,
  OpenInvitation,
  OpenSession,
  Ownership,
  Permission,
  Policy,
  Provider,
  Profile,
  RoleDetails,
} from '@/api/types';

export const queries = {
  providers: () =>
    queryOptions({
      queryKey: ['providers'],
      queryFn: ({ signal }) => get<Provider[]>('/auth/providers', signal),
      staleTime: Infinity,
    }),
  logins: () =>
    queryOptions({ queryKey: ['logins'], queryFn: ({ signal }) => get<Logins>('/auth/logins', signal) }),
  profile: () =>
    queryOptions({ queryKey: ['profile'], queryFn: ({ signal }) => get<Profile>('/me/profile', signal) }),
  factors: () =>
    queryOptions({ queryKey: ['factors'], queryFn: ({ signal }) => get<Factors>('/factors', signal) }),
  invitation: (token: string) =>
    queryOptions({
      queryKey: ['invitations', 'one', token],
      queryFn: () => post<Invitation>('/auth/invitations/view', { token }, { anonymous: true }),
    }),
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
};

type Own = typeof queries;

declare module '@/api/queries' {
  interface Queries extends Own {}
}
