import type { Window } from '@/api/types';

/** An arrival compared with its window, and the difference in minutes. */
export interface ByWindow {
  punctuality: 'EARLY' | 'IN_TIME' | 'LATE';
  minutes: number;
}

const minuteOf = (instant: string | number): number => Math.floor(new Date(instant).getTime() / 60_000);

/**
 * Counts by the minute, as the server does (`Punctuality`). It is calculated here too, since what was told without a connection is shown before the server
 * has it.
 */
export function byWindow(at: string | number, window: Pick<Window, 'start' | 'end'>): ByWindow {
  const minute = minuteOf(at);
  const before = minuteOf(window.start) - minute;
  if (before > 0) return { punctuality: 'EARLY', minutes: before };
  const after = minute - minuteOf(window.end);
  return after > 0 ? { punctuality: 'LATE', minutes: after } : { punctuality: 'IN_TIME', minutes: 0 };
}
