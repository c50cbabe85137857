import type { Agreement } from '@/api/agreements';
import { bookingFound } from '@/api/found';
import type { Booking } from '@/api/types';
import { agreements as w } from './words/agreements';

const unpaid = (answer: Booking) => !answer.settledAt;

const toBooking = (_: never, id: string) => `/bookings/${id}`;

export const agreements = {
  'booking.cancel': {
    says: w.said['booking.cancel'],
    path: (id) => `/bookings/${id}/cancel`,
    at: (answer: Booking) => answer.cancelledAt,
    to: toBooking,
    found: bookingFound,
  },
  'booking.accept-proof': {
    says: w.said['booking.accept-proof'],
    path: (id) => `/bookings/${id}/accept-proof`,
    at: (answer: Booking) => answer.settledAt ?? answer.releaseDueAt,
    halfway: unpaid,
    to: toBooking,
    found: bookingFound,
  },
} satisfies Record<string, Agreement>;

type Own = typeof agreements;

declare module '@/api/agreements' {
  interface Agreements extends Own {}
}
