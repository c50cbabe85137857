import type { Spoken } from '@/api/agreements';
import { translated } from '@/words/language';

const waits = 'The money waits in escrow until the carrier is reopened.';

/** Messages about agreements, shown on whatever screen the person is by then. */
const en = {
  said: {
    'booking.cancel': {
      did: (label) => `Booking ${label} cancelled`,
      doing: (label) => `The cancellation of booking ${label}`,
    },
    'booking.accept-proof': {
      did: (label, half) => `Delivery of booking ${label} accepted${half ? '' : ', and its price released'}`,
      doing: (label) => `Your acceptance of the delivery of booking ${label}`,
      stillToCome: waits,
    },
  } satisfies Record<string, Spoken>,
};

export type Words = typeof en;

export const agreements = translated('features/bookings/words/agreements', en);
