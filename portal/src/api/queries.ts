import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { download, get, query } from './http';
import { askedAgain } from './live';
import type { ChangedThing, Found, Health, HomeView, LastChange, Me, OwnFlags, Page, Place } from './types';

/**
 * Every read of the API, with the key that it is cached under. The first word of the key is the resource, as the live feed names it. This file holds what the
 * frame and shared components read; each feature adds its own queries in its folder, with their types, and all of them are used from here.
 */
const shared = {
  me: () => queryOptions({ queryKey: ['me'], queryFn: ({ signal }) => get<Me>('/me', signal) }),
  /** This also says where mail goes. */
  ready: () =>
    queryOptions({
      queryKey: ['ready'],
      queryFn: ({ signal }) => get<Health>('/ready', signal),
      staleTime: Infinity,
      retry: false,
    }),
  /** @param at when it was last changed: another picture has another key */
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
  /** Time alone makes a task late, so it is read again while somebody looks at it. */
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

/** A feature adds the types of its own queries. */
export interface Queries extends Shared {}

const brought = import.meta.glob<Partial<Queries>>('../features/*/queries.ts', {
  eager: true,
  import: 'queries',
});

export const queries = Object.assign({}, shared, ...Object.values(brought)) as Queries;
