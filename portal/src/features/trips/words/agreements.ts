import type { Spoken } from '@/api/agreements';
import { translated } from '@/words/language';

/** Messages about agreements, shown on whatever screen the person is by then. */
const en = {
  said: {
    'trip.create': {
      did: (label) => `Trip ${label} posted`,
      doing: (label) => `Your trip ${label}`,
    },
    'trip.cancel': {
      did: (label) => `Trip ${label} cancelled`,
      doing: (label) => `The cancellation of trip ${label}`,
    },
    'trip.complete': {
      did: (label) => `Trip ${label} ended`,
      doing: (label) => `The end of trip ${label}`,
    },
  } satisfies Record<string, Spoken>,
};

export type Words = typeof en;

export const agreements = translated('features/trips/words/agreements', en);
