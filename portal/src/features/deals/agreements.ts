import type { Agreement } from '@/api/agreements';
import { get } from '@/api/http';
import type { Booking, Offer } from '@/api/types';
import { clockTime } from '@/components/time';
import { once } from '@/words/once';
import { terms } from '@/words/terms';
import { agreements as w } from './words/agreements';

async function offerFound(id: string): Promise<string | null> {
  const offer = await get<Offer>(`/offers/${id}`);
  const ended = terms.deals.ended[offer.status];
  return offer.end && ended
    ? once.alreadyBy(ended.toLowerCase(), terms.deals.endedBy[offer.end.by], clockTime(offer.end.at))
    : null;
}

const ended = (answer: Offer) => answer.end?.at ?? null;

export const agreements = {
  'offer.make': {
    says: w.said['offer.make'],
    path: () => '/offers',
    sent: ({ validHours, ...offer }: { validHours?: number }) =>
      validHours
        ? { ...offer, expiresAt: new Date(Date.now() + validHours * 3_600_000).toISOString() }
        : offer,
    at: (answer: Offer) => answer.createdAt,
    to: () => '/offers?direction=made',
  },
  'offer.counter': {
    says: w.said['offer.counter'],
    path: (id) => `/offers/${id}/counter`,
    at: (answer: Offer) => answer.createdAt,
    to: () => '/offers?direction=made',
    found: offerFound,
  },
  'offer.accept': {
    says: w.said['offer.accept'],
    path: (id) => `/offers/${id}/accept`,
    at: (answer: { booking: Booking }) => answer.booking.createdAt,
    to: (answer: { booking: Booking }) => `/bookings/${answer.booking.id}`,
    found: offerFound,
  },
  'offer.decline': {
    says: w.said['offer.decline'],
    path: (id) => `/offers/${id}/decline`,
    at: ended,
    to: () => '/offers',
    found: offerFound,
  },
  'offer.withdraw': {
    says: w.said['offer.withdraw'],
    path: (id) => `/offers/${id}/withdraw`,
    at: ended,
    to: () => '/offers?direction=made',
    found: offerFound,
  },
} satisfies Record<string, Agreement>;

type Own = typeof agreements;

declare module '@/api/agreements' {
  interface Agreements extends Own {}
}
