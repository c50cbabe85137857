import { once as w } from '@/words/once';
import { terms } from '@/words/terms';
import { clockTime } from '@/components/time';
import { get } from './http';
import type { Booking, Contest, ContestCase, Load, Offer, Trip, WalletPosting } from './types';

/**
 * Every command that moves money or binds somebody. Each is sent under a key of its own intention (`useOnce`), and of each it is known how to say what became of
 * it: from its answer, or, where somebody was first, from the thing as it is now.
 */
export interface Agreement {
  path: (id: string) => string;
  /** What is sent for what was meant, made at its first press: asked again it is the same. */
  sent?: (meant: never) => object;
  /** When it was done, as its answer says. */
  at?: (answer: never) => string | null;
  /** Whether half of it is still to come, as its answer says: the money waits for a suspended seller, the load is a draft. */
  halfway?: (answer: never) => boolean;
  /** Where what it made is to be seen. */
  to?: (answer: never, id: string) => string;
  /** What stands there instead, in words; null where the refusal says all there is. */
  found?: (id: string) => Promise<string | null>;
}

async function offerFound(id: string): Promise<string | null> {
  const offer = await get<Offer>(`/offers/${id}`);
  const ended = terms.deals.ended[offer.status];
  return offer.end && ended
    ? w.alreadyBy(ended.toLowerCase(), terms.deals.endedBy[offer.end.by], clockTime(offer.end.at))
    : null;
}

async function bookingFound(id: string): Promise<string | null> {
  const booking = await get<Booking>(`/bookings/${id}`);
  const { status, cancelledAt, refundedAt, settledAt, contestedAt } = booking;
  const at = cancelledAt ?? refundedAt ?? settledAt ?? (status === 'CONTESTED' ? contestedAt : null);
  return at ? w.already(terms.status[status].toLowerCase(), clockTime(at)) : null;
}

async function statusFound(path: string): Promise<string | null> {
  const { status } = await get<Load | Trip>(path);
  return status === 'CANCELLED' || status === 'COMPLETED'
    ? w.nowIs(terms.status[status].toLowerCase())
    : null;
}

async function postedFound(id: string): Promise<string | null> {
  const { postedAt } = await get<Load>(`/loads/${id}`);
  return postedAt ? w.already(w.posted, clockTime(postedAt)) : null;
}

const contestOver = ({ status, endedAt }: Contest) =>
  endedAt ? w.contestEnded(w.contest[status], clockTime(endedAt)) : null;

async function contestFound(id: string): Promise<string | null> {
  const contest = await get<Contest>(`/bookings/${id}/contest`);
  const answered = contest.answer && w.contestAnswered(clockTime(contest.answer.saidAt));
  return contestOver(contest) ?? answered;
}

const decided = (id: string) =>
  get<ContestCase>(`/admin/contests/${id}`).then(({ contest }) => contestOver(contest));
const unpaid = (answer: Booking | Contest) => !answer.settledAt;
const whenEnded = (answer: Contest) => answer.endedAt;
const toCase = (_: never, id: string) => `/admin/contests/${id}`;
const toBooking = (_: never, id: string) => `/bookings/${id}`;
const toLoad = (_: never, id: string) => `/loads/${id}`;
const toTrip = (_: never, id: string) => `/trips/${id}`;
const ended = (answer: Offer) => answer.end?.at ?? null;

export const agreements = {
  'offer.make': {
    path: () => '/offers',
    sent: ({ validHours, ...offer }: { validHours?: number }) =>
      validHours
        ? { ...offer, expiresAt: new Date(Date.now() + validHours * 3_600_000).toISOString() }
        : offer,
    at: (answer: Offer) => answer.createdAt,
    to: () => '/offers?direction=made',
  },
  'offer.counter': {
    path: (id) => `/offers/${id}/counter`,
    at: (answer: Offer) => answer.createdAt,
    to: () => '/offers?direction=made',
    found: offerFound,
  },
  'offer.accept': {
    path: (id) => `/offers/${id}/accept`,
    at: (answer: { booking: Booking }) => answer.booking.createdAt,
    to: (answer: { booking: Booking }) => `/bookings/${answer.booking.id}`,
    found: offerFound,
  },
  'offer.decline': {
    path: (id) => `/offers/${id}/decline`,
    at: ended,
    to: () => '/offers',
    found: offerFound,
  },
  'offer.withdraw': {
    path: (id) => `/offers/${id}/withdraw`,
    at: ended,
    to: () => '/offers?direction=made',
    found: offerFound,
  },
  'booking.cancel': {
    path: (id) => `/bookings/${id}/cancel`,
    at: (answer: Booking) => answer.cancelledAt,
    to: toBooking,
    found: bookingFound,
  },
  'booking.accept-proof': {
    path: (id) => `/bookings/${id}/accept-proof`,
    at: (answer: Booking) => answer.settledAt ?? answer.releaseDueAt,
    halfway: unpaid,
    to: toBooking,
    found: bookingFound,
  },
  'booking.contest': {
    path: (id) => `/bookings/${id}/contest`,
    to: toBooking,
    found: bookingFound,
  },
  'contest.answer': {
    path: (id) => `/bookings/${id}/contest/answer`,
    to: toBooking,
    found: contestFound,
  },
  'contest.withdraw': {
    path: (id) => `/bookings/${id}/contest/withdraw`,
    at: whenEnded,
    halfway: unpaid,
    to: toBooking,
    found: contestFound,
  },
  'contest.concede': {
    path: (id) => `/bookings/${id}/contest/concede`,
    at: whenEnded,
    to: toBooking,
    found: contestFound,
  },
  'contest.release': {
    path: (id) => `/admin/contests/${id}/release`,
    at: whenEnded,
    halfway: unpaid,
    to: toCase,
    found: decided,
  },
  'contest.refund': {
    path: (id) => `/admin/contests/${id}/refund`,
    at: whenEnded,
    to: toCase,
    found: decided,
  },
  'load.create': {
    path: () => '/loads',
    at: (answer: Load) => answer.postedAt ?? answer.createdAt,
    halfway: (answer: Load) => answer.status === 'DRAFT',
    to: (answer: Load) => `/loads/${answer.id}`,
  },
  'load.post': {
    path: (id) => `/loads/${id}/post`,
    at: (answer: Load) => answer.postedAt,
    to: toLoad,
    found: postedFound,
  },
  'load.cancel': {
    path: (id) => `/loads/${id}/cancel`,
    to: toLoad,
    found: (id) => statusFound(`/loads/${id}`),
  },
  'trip.create': {
    path: () => '/trips',
    at: (answer: Trip) => answer.createdAt,
    to: (answer: Trip) => `/trips/${answer.id}`,
  },
  'trip.cancel': {
    path: (id) => `/trips/${id}/cancel`,
    to: toTrip,
    found: (id) => statusFound(`/trips/${id}`),
  },
  'trip.complete': {
    path: (id) => `/trips/${id}/complete`,
    to: toTrip,
    found: (id) => statusFound(`/trips/${id}`),
  },
  'wallet.top-up': {
    path: () => '/wallet/top-ups',
    at: (answer: WalletPosting) => answer.createdAt,
    to: () => '/wallet',
  },
} satisfies Record<string, Agreement>;

export type AgreementName = keyof typeof agreements;
