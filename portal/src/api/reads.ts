import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get, post, query } from './http';
import type { Page } from './types';

/** The ways in which the portal reads the API. */

export type Filter = Record<string, string | number | null | undefined>;

/** The path is part of the key, since two lists of one resource may have the same filter, such as the events of two bookings. */
export function list<T>(resource: string, path: string, filter: Filter) {
  return queryOptions({
    queryKey: [resource, 'list', filter, path],
    queryFn: ({ signal }) => get<Page<T>>(path + query(filter), signal),
    placeholderData: keepPreviousData,
  });
}

/** All pages of a list, for a form in which somebody chooses one of its things. Use it only for lists that a limit of the server keeps to a few pages. */
export function every<T>(resource: string, path: string) {
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

/** A search that may name a person. It is sent in a body, to keep names out of addresses. */
export function found<T>(resource: string, path: string, search: Filter) {
  return queryOptions({
    queryKey: [resource, 'list', search],
    queryFn: ({ signal }) => post<Page<T>>(path, search, { signal }),
    placeholderData: keepPreviousData,
  });
}

export function one<T>(resource: string, path: string, id: string) {
  return queryOptions({
    queryKey: [resource, 'one', id],
    queryFn: ({ signal }) => get<T>(`${path}/${encodeURIComponent(id)}`, signal),
  });
}
