import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { live, topicKey, type MarketTopic } from '@/api/live';
import { Problem } from '@/api/problem';

/** What the live feed has told about a list of the market since the list was read. */
export interface Market<T> {
  /** Whether the list is one of the market at all. */
  on: boolean;
  /** Ids that are new to the list and not read yet. */
  came: ReadonlySet<string>;
  gone: ReadonlySet<string>;
  /** Rows on screen that have changed, in their present state. */
  fresh: ReadonlyMap<string, T>;
  /** Reads the list again. Returns its rows, or null where that failed. */
  read: () => Promise<T[] | null>;
}

type News<T> = Pick<Market<T>, 'came' | 'gone' | 'fresh'>;

const none = { came: new Set<string>(), gone: new Set<string>(), fresh: new Map<string, never>() };

export const noNews: Market<never> = { on: false, ...none, read: () => Promise.resolve(null) };

/** A random delay of this length keeps all readers of a list from asking at the same moment. */
const spreadMillis = 400;

interface Source<T> {
  topic: MarketTopic | null;
  /** The rows on screen, by the ids that the feed uses. */
  rows: { id: string }[] | undefined;
  refetch: () => Promise<{ data?: { items: T[] } }>;
  /** Reads one row as the list would show it; null where a changed row needs a reading of the whole list. */
  one: ((id: string) => { queryKey: QueryKey; queryFn?: unknown }) | null;
}

/**
 * Follows a list of the market. New rows are only counted until somebody asks for them, rows that are gone need no reading, and a row on screen that changed
 * is read by itself. So a change costs the server very little, however many people look at the list.
 */
export function useMarket<T>({ topic, rows, refetch, one }: Source<T>): Market<T> {
  const client = useQueryClient();
  const [news, setNews] = useState<News<T>>(none);
  const latest = useRef({ rows, refetch, one });
  latest.current = { rows, refetch, one };
  const key = topic && topicKey(topic);

  useEffect(() => {
    setNews(none);
    if (!topic) return;
    let over = false;
    async function readOne(id: string): Promise<void> {
      await new Promise((done) => setTimeout(done, Math.random() * spreadMillis));
      const asked = latest.current.one?.(id);
      if (over || !asked) return;
      try {
        const row = await client.fetchQuery<T>({ ...(asked as { queryKey: QueryKey }), staleTime: 0 });
        if (!over) setNews((before) => ({ ...before, fresh: new Map(before.fresh).set(id, row) }));
      } catch (fault) {
        if (!over && Problem.of(fault).status === 404)
          setNews((before) => ({ ...before, gone: new Set(before.gone).add(id) }));
      }
    }
    const stop = live.follow(topic, (told) => {
      if (told === 'anew') {
        setTimeout(() => !over && void latest.current.refetch(), Math.random() * spreadMillis);
        return;
      }
      const here = new Set((latest.current.rows ?? []).map((row) => row.id));
      const changed = told.shown.filter((id) => here.has(id));
      if (latest.current.one) changed.forEach((id) => void readOne(id));
      else if (changed.length > 0) void latest.current.refetch();
      // An empty list shows new rows at once, since no row can move.
      if (here.size === 0 && told.shown.length > 0) void latest.current.refetch();
      setNews((before) => {
        const came = new Set(before.came);
        const gone = new Set(before.gone);
        told.shown.forEach((id) => gone.delete(id));
        told.shown.filter((id) => !here.has(id)).forEach((id) => came.add(id));
        told.gone.forEach((id) => {
          came.delete(id);
          gone.add(id);
        });
        return { ...before, came, gone };
      });
    });
    return () => {
      over = true;
      stop();
    };
    // The key says everything about a topic.
    // eslint-disable-next-line
  }, [key, client]);

  return useMemo(
    () => ({
      ...news,
      on: topic !== null,
      read: async () => {
        const asked = news;
        const { data } = await latest.current.refetch();
        // What was told during the reading stays.
        setNews((now) => ({
          came: without(now.came, asked.came),
          gone: without(now.gone, asked.gone),
          fresh: new Map([...now.fresh].filter(([id, row]) => asked.fresh.get(id) !== row)),
        }));
        return data?.items ?? null;
      },
    }),
    // eslint-disable-next-line
    [news, key],
  );
}

function without(all: ReadonlySet<string>, less: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...all].filter((id) => !less.has(id)));
}
