import type { FieldProblem } from '@/api/problem';
import { sites } from '@/words/sites';
import { instantAt } from './time';

/** Finds what the server would refuse about the times of a load's or a trip's stops, so that it is told where they are typed, on the site's own clock. */

const dayMillis = 24 * 3_600_000;
const oldestDays = 31;
const longestDays = 62;
const farthestDays = 366;

const w = sites.windows;

export interface TypedWindow {
  kind: 'PICKUP' | 'DELIVERY';
  zone: string | null;
  start: string;
  end: string;
}

/** Milliseconds; null where the time or the place is not known yet. */
function millis(local: string, zone: string | null): number | null {
  if (!local || !zone) return null;
  const at = Date.parse(instantAt(local, zone));
  return Number.isNaN(at) ? null : at;
}

/** The first thing that is wrong with each stop's window. */
export function windowProblems(stops: TypedWindow[], now: number): FieldProblem[] {
  return stops.flatMap((stop, index) => {
    const wrong = windowProblem(stop, stops[index - 1], now);
    return wrong ? [{ pointer: `/stops/${index}/${wrong.field}`, detail: wrong.detail }] : [];
  });
}

function windowProblem(
  stop: TypedWindow,
  before: TypedWindow | undefined,
  now: number,
): { field: 'windowStart' | 'windowEnd'; detail: string } | null {
  // Without a place the zone is unknown, but both times are on the same clock.
  const start = millis(stop.start, stop.zone ?? 'UTC');
  const end = millis(stop.end, stop.zone ?? 'UTC');
  if (start !== null && end !== null) {
    if (end <= start) return { field: 'windowEnd', detail: w.backwards };
    if (end - start > longestDays * dayMillis) return { field: 'windowEnd', detail: w.tooLong(longestDays) };
  }
  if (!stop.zone) return null;
  if (start !== null && start < now - oldestDays * dayMillis) {
    return { field: 'windowStart', detail: w.tooOld(oldestDays) };
  }
  if (end === null) return null;
  if (stop.kind === 'DELIVERY' && end <= now) return { field: 'windowEnd', detail: w.deliveryOver };
  if (end > now + farthestDays * dayMillis) return { field: 'windowEnd', detail: w.tooFar };
  const begun = before && millis(before.start, before.zone);
  return begun && end <= begun ? { field: 'windowEnd', detail: w.beforeTheStopBefore } : null;
}

/** A pickup whose window is over is no error: the load is entered late, and everybody can see that. */
export function isLateEntry(stop: TypedWindow, now: number): boolean {
  const end = millis(stop.end, stop.zone);
  return stop.kind === 'PICKUP' && end !== null && end <= now;
}

export interface TypedTime {
  zone: string | null;
  at: string;
}

/** The first thing that is wrong with each stop of a trip, which has one time. */
export function timeProblems(stops: TypedTime[], now: number): FieldProblem[] {
  const times = stops.map((stop) => millis(stop.at, stop.zone));
  return stops.flatMap((_, index) => {
    const at = times[index];
    const before = index > 0 ? times[index - 1] : null;
    if (at === null || at === undefined) return [];
    const wrong =
      before != null && at <= before
        ? w.notLater
        : index === 0 && at < now - oldestDays * dayMillis
          ? w.tooOld(oldestDays)
          : index === stops.length - 1 && at <= now
            ? w.tripOver
            : index === stops.length - 1 && at - Math.max(times[0] ?? now, now) > longestDays * dayMillis
              ? w.tripTooLong(longestDays)
              : at > now + farthestDays * dayMillis
                ? w.tooFar
                : null;
    return wrong ? [{ pointer: `/stops/${index}/at`, detail: wrong }] : [];
  });
}
