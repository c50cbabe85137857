import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { download, get, query } from './http';
import { askedAgain } from './live';
import type { ChangedThing, Found, Health, HomeView, LastChange, Me, OwnFlags, Page, Place } from './types';

/**
 * Every read of the API, with the key it is cached under: the first word is the resource, as the live feed names it. Here stands what is read around every screen and in
 * shared components; each feature brings its own in its folder, with their types, and all are asked for here.
 */
const shared = {
  me: () => queryOptions({ queryKey: ['me'], queryFn: ({ signal }) => get<Me>('/me', signal) }),
  /** Where mail goes, too. */
  ready: () =>
    queryOptions({
      queryKey: ['ready'],
      queryFn: ({ signal }) => get<Health>('/ready', signal),
      staleTime: Infinity,
      retry: false,
    }),
  /** @param at when it was changed last: another picture is another key */
  avatar: (personId: string, at: string) =>
    queryOptions({
      queryKey: ['avatars', personId, at],
      queryFn: () => download(`/avatars/${encodeURIComponent(personId)}`),
      staleTime: Infinity,
    }),
  flags: () =>
    queryOptions({ queryKey: ['flags'], queryFn: ({ signal }) => get<OwnFlags>('/flags', signal) }),
  places: (q: string) =>
    queryOptions({
      queryKey: ['places', q],
      queryFn: ({ signal }) => get<Page<Place>>(`/places${query({ q, limit: 8 })}`, signal),
      staleTime: Infinity,
      placeholderData: keepPreviousData,
    }),
  /** Time alone makes something late, so it is read again while it is looked at. */
  home: () =>
    queryOptions({
      queryKey: ['home'],
      queryFn: ({ signal }) => get<HomeView>('/home', signal),
      refetchInterval: askedAgain(60_000),
    }),
  search: (q: string) =>
    queryOptions({
      queryKey: ['search', q],
      queryFn: ({ signal }) => get<Page<Found>>(`/search${query({ q })}`, signal),
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
};

type Shared = typeof shared;

/** A feature adds the types of its own. */
export interface Queries extends Shared {}

const brought = import.meta.glob<Partial<Queries>>('../features/*/queries.ts', {
  eager: true,
  import: 'queries',
});

export const queries = Object.assign({}, shared, ...Object.values(brought)) as Queries;
