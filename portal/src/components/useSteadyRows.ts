import { useMemo, useState } from 'react';

interface Steady<T> {
  rows: T[];
  /** How many arrived meanwhile and wait. */
  waiting: number;
  show: () => void;
}

/**
 * Rows that never move under the pointer: what arrives while a list is looked at waits until it is asked for, what changed
 * changes in its place, what went goes.
 */
export function useSteadyRows<T>(page: T[] | undefined, keyOf: (row: T) => string, view: string): Steady<T> {
  const [seen, setSeen] = useState<{ view: string; keys: Set<string> } | null>(null);
  const known = seen?.view === view ? seen.keys : null;
  const keys = useMemo(() => new Set((page ?? []).map(keyOf)), [page, keyOf]);
  if (page && !known) setSeen({ view, keys });
  const rows = known ? (page ?? []).filter((row) => known.has(keyOf(row))) : (page ?? []);
  // Nothing to hold steady: an empty list shows what comes.
  if (page && known && rows.length === 0 && page.length > 0) setSeen({ view, keys });
  return { rows, waiting: (page?.length ?? 0) - rows.length, show: () => setSeen({ view, keys }) };
}
