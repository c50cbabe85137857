import type { Query } from '@tanstack/react-query';
import { topicKey } from './live';

/** The person who looks at the screen, and the subscriptions that the live feed has confirmed. */
export interface Reader {
  organisationId: string | undefined;
  may: (permission: string) => boolean;
  told: ReadonlySet<string>;
}

/** Which queries the organisation's events change, and the permissions without which some of those events are not sent. */
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

/** Queries that are not content of a screen, or never change while it is open. */
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

/** Whether the live feed really tells of every change of what this query shows. */
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
