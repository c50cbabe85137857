import type { KeptAction } from '@/device/kept';
import type { Booking, BookingStop } from '@/api/types';
import type { Risk } from '@/components/StatusPill';

/** What the facts of a booking mean for the people who work with it. */

const over = new Set(['DELIVERED', 'CONTESTED', 'SETTLED', 'REFUNDED', 'CANCELLED']);

export function isOver(booking: Booking): boolean {
  return over.has(booking.status);
}

/** The stop to be served next: the first one that was not left yet. */
export function nextStop(booking: Booking): BookingStop | null {
  if (isOver(booking)) return null;
  return booking.stops.find((stop) => !stop.departedAt) ?? null;
}

const atRiskMillis = 60 * 60_000;

/** Late once the window has closed without an arrival; at risk in the hour before that. */
export function riskOf(booking: Booking, now: number): Risk | null {
  const next = nextStop(booking);
  if (!next || next.arrivedAt) return null;
  const left = Date.parse(next.window.end) - now;
  return left < 0 ? 'late' : left < atRiskMillis ? 'at-risk' : null;
}

/** The booking as the driver knows it, including what was told here but has not reached the server. */
export function withKept(booking: Booking, kept: KeptAction[]): Booking {
  return kept
    .filter((action) => action.about === booking.id && !action.refused)
    .reduce((before, { name, body }) => {
      const at = body.occurredAt ?? null;
      if (name === 'dispatch') {
        return before.dispatchedAt
          ? before
          : { ...before, status: 'DISPATCHED', dispatchedAt: at, actions: ['arrive'] };
      }
      if (name === 'deliver') {
        return before.deliveredAt ? before : { ...before, status: 'DELIVERED', deliveredAt: at, actions: [] };
      }
      const stops = before.stops.map((stop) => {
        if (stop.sequence !== body.stop) return stop;
        return name === 'arrive'
          ? { ...stop, arrivedAt: stop.arrivedAt ?? at }
          : { ...stop, departedAt: stop.departedAt ?? at };
      });
      return { ...before, stops, actions: name === 'arrive' ? ['depart', 'deliver'] : ['arrive'] };
    }, booking);
}

export type RoadAction = 'dispatch' | 'arrive' | 'depart' | 'deliver';

/** The next action on the road, among those that the server allows. */
export function roadAction(booking: Booking): RoadAction | null {
  const may = (action: string) => booking.actions.includes(action);
  const next = nextStop(booking);
  if (may('dispatch')) return 'dispatch';
  if (!next) return null;
  if (!next.arrivedAt && may('arrive')) return 'arrive';
  if (next.arrivedAt && next.kind === 'DELIVERY' && isLast(booking, next) && may('deliver')) return 'deliver';
  if (next.arrivedAt && may('depart')) return 'depart';
  return may('deliver') ? 'deliver' : null;
}

function isLast(booking: Booking, stop: BookingStop): boolean {
  return booking.stops[booking.stops.length - 1]?.sequence === stop.sequence;
}
