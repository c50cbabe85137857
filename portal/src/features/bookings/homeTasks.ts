import { useQuery } from '@tanstack/react-query';
import { queries } from '@/api/queries';
import type { Booking, Me, Page } from '@/api/types';
import { homeTasks as declare, urgencyOf, type Task } from '@/shell/home/tasks';
import { actsIn } from '@/shell/me';
import { homeTasks as w } from './words/homeTasks';

const over = new Set<Booking['status']>(['DELIVERED', 'CONTESTED', 'SETTLED', 'REFUNDED', 'CANCELLED']);

/** The last word on the proof, which the money waits for. */
function proofOf(booking: Booking, now: number): Task {
  const to = `/bookings/${booking.id}`;
  const deadline = booking.seller.suspended ? undefined : (booking.releaseDueAt ?? undefined);
  return {
    key: to,
    title: w.proof(booking.reference),
    verb: w.check,
    to,
    deadline,
    then: deadline && w.paysItself(booking.seller.name),
    urgency: urgencyOf(deadline, now),
  };
}

/** What has to be done until the first stop's window is over. */
function beforePickup(booking: Booking, title: string, verb: string, to: string, now: number): Task {
  const first = booking.stops[0];
  const deadline = first?.window.end;
  return {
    key: `/bookings/${booking.id}`,
    title,
    verb,
    to,
    deadline,
    zone: first?.place.zone,
    urgency: urgencyOf(deadline, now),
  };
}

function lateOf(booking: Booking, now: number): Task | undefined {
  const under = booking.stops.find((stop) => !stop.departedAt) ?? booking.stops[booking.stops.length - 1];
  const isLate = under && !under.arrivedAt && Date.parse(under.window.end) < now;
  if (!isLate || over.has(booking.status)) return undefined;
  const to = `/bookings/${booking.id}`;
  return {
    key: to,
    title: w.late(booking.reference, under.place.name),
    verb: w.look,
    to,
    deadline: under.window.end,
    zone: under.place.zone,
    urgency: 'now',
  };
}

function taskOf(booking: Booking, me: Me, now: number): Task | undefined {
  const { reference, actions, tripId } = booking;
  const to = `/bookings/${booking.id}`;
  const selling = booking.seller.id === me.organisation?.id;
  if (actions.includes('accept-proof')) return proofOf(booking, now);
  if (actions.includes('cover')) return beforePickup(booking, w.cover(reference), w.coverVerb, to, now);
  if (selling && tripId && booking.status === 'CONFIRMED' && !(booking.driver && booking.vehicle))
    return beforePickup(booking, w.assign(reference), w.assignVerb, `/trips/${tripId}`, now);
  if (selling && actions.includes('dispatch'))
    return beforePickup(booking, w.dispatch(reference), w.dispatchVerb, to, now);
  return lateOf(booking, now);
}

/** Of each booking what is next. */
export function tasksOf({ bookings }: { bookings?: Page<Booking> }, me: Me, now: number): Task[] {
  return (bookings?.items ?? []).flatMap((booking) => taskOf(booking, me, now) ?? []);
}

export const homeTasks = declare(
  20,
  (me) => ({
    bookings: useQuery({ ...queries.bookings({ limit: 100 }), enabled: actsIn(me, 'bookings.view') }),
  }),
  tasksOf,
);
