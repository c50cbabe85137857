import { useMemo, useState } from 'react';
import { noNews, type Market } from './useMarket';

/** What has happened to a row since it was first shown. */
export type Mark = 'changed' | 'gone';

/** How to identify and compare rows. */
export interface RowOf<T> {
  key: (row: T) => string;
  /** The id that the live feed uses for it. */
  id: (row: T) => string;
  version: (row: T) => number;
  /** True for lists of records; false for a ranked list. */
  newestFirst: boolean;
}

export const records: RowOf<{ id: string; version: number }> = {
  key: (row) => row.id,
  id: (row) => row.id,
  version: (row) => row.version,
  newestFirst: true,
};

interface Steady<T> {
  rows: T[];
  marks: ReadonlyMap<string, Mark>;
  /** How many new rows wait to be shown. */
  waiting: number;
  /** Shows the waiting rows, and removes those that are gone. */
  show: () => Promise<void>;
}

interface Seen<T> {
  view: string;
  rows: Map<string, T>;
}

interface PageOf<T> {
  items: T[];
  next?: string | null;
}

/**
 * Rows that never move under the pointer. A new row waits until the reader asks for it; a row that changed changes in its place. In the organisation's own
 * list a row that is gone disappears; in a list of the market it stays, struck through, until the list is read again.
 */
export function useSteadyRows<T>(
  page: PageOf<T> | undefined,
  view: string,
  of: RowOf<T>,
  market: Market<T> = noNews as Market<T>,
): Steady<T> {
  const [seen, setSeen] = useState<Seen<T> | null>(null);
  const known = seen?.view === view ? seen.rows : null;
  const there = useMemo(() => byKey(page?.items ?? [], of), [page, of]);
  const begin = (rows: Map<string, T>) => setSeen({ view, rows });
  if (page && !known) begin(there);
  // An empty list shows new rows at once, since no row can move.
  if (page && known?.size === 0 && there.size > 0) begin(there);

  const marks = new Map<string, Mark>();
  const rows: T[] = [];
  for (const [key, first] of known ?? there) {
    const id = of.id(first);
    const here = there.get(key);
    const now = newest(of, first, here, market.fresh.get(id));
    const gone = market.gone.has(id) || (!here && !market.fresh.has(id) && !pushedOff(first, page, of));
    if (gone && !market.on) continue;
    if (gone) marks.set(key, 'gone');
    else if (market.on && of.version(now) > of.version(first)) marks.set(key, 'changed');
    rows.push(now);
  }
  const shown = new Set([...(known ?? there).values()].map(of.id));
  const waiting = new Set([...[...there.values()].map(of.id), ...market.came]);
  for (const id of [...shown, ...market.gone]) waiting.delete(id);
  return {
    rows,
    marks,
    waiting: known ? waiting.size : 0,
    show: async () => {
      const read = market.on ? await market.read() : null;
      begin(read ? byKey(read, of) : there);
    },
  };
}

function byKey<T>(rows: T[], of: RowOf<T>): Map<string, T> {
  return new Map(rows.map((row) => [of.key(row), row]));
}

/** Newer or better rows may have pushed this one off the page, so its absence does not mean that it is gone. */
function pushedOff<T>(row: T, page: PageOf<T> | undefined, of: RowOf<T>): boolean {
  const last = page?.items[page.items.length - 1];
  if (!page || !last) return false;
  return of.newestFirst ? page.next != null && of.id(row) < of.id(last) : true;
}

function newest<T>(of: RowOf<T>, first: T, ...others: (T | undefined)[]): T {
  return others.reduce<T>((now, row) => (row && of.version(row) >= of.version(now) ? row : now), first);
}
