import type { Query } from '@tanstack/react-query';
import { topicKey } from './live';

/** Whose screen it is, and what the live feed has said it tells of. */
export interface Reader {
  organisationId: string | undefined;
  may: (permission: string) => boolean;
  told: ReadonlySet<string>;
}

/** What the organisation's events move, and the permissions without which some of them are not told. */
const byEvents: Record<string, string[]> = {
  loads: ['loads.view', 'bookings.view'],
  trips: ['trips.view', 'bookings.view'],
  offers: ['offers.view'],
  bookings: ['bookings.view'],
  timeline: ['bookings.view'],
  positions: ['tracking.view'],
  wallet: ['wallet.view'],
  documents: ['documents.view'],
  notices: [],
};

/** What is no content of a screen, or never changes under it. */
const beside = new Set([
  'me',
  'flags',
  'avatars',
  'places',
  'providers',
  'ready',
  'permissions',
  'profile',
  'organisations',
  'last-changes',
  'search',
]);

export const isContent = (query: Query): boolean => !beside.has(String(query.queryKey[0]));

/** Whether the live feed truly moves what this query shows. */
export function isFed(query: Query, reader: Reader): boolean {
  const [resource, kind, filter] = query.queryKey as [string, string, Record<string, string> | string];
  if (resource === 'matches' && typeof filter === 'object') {
    const { load, trip } = filter;
    return reader.told.has(topicKey({ subscribe: 'matches', load, trip }));
  }
  if (resource === 'loads' || resource === 'trips') {
    if (kind === 'list' && typeof filter === 'object' && filter.scope === 'market')
      return tellsOfMarket(resource, filter.equipment, reader);
    if (kind === 'one' && isOthers(query, reader))
      return tellsOfMarket(resource, (query.state.data as { equipment?: string }).equipment, reader);
  }
  const permissions = byEvents[resource];
  return (
    permissions !== undefined &&
    reader.told.has(topicKey({ subscribe: 'organisation' })) &&
    permissions.every(reader.may)
  );
}

function tellsOfMarket(of: string, equipment: string | undefined, reader: Reader): boolean {
  return reader.told.has(topicKey({ subscribe: 'market', of, equipment: equipment || undefined }));
}

function isOthers(query: Query, reader: Reader): boolean {
  const record = query.state.data as { organisationId?: string } | undefined;
  return record?.organisationId !== undefined && record.organisationId !== reader.organisationId;
}
