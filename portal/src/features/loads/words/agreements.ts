import type { Spoken } from '@/api/agreements';
import { translated } from '@/words/language';

/** Messages about agreements, shown on whatever screen the person is by then. */
const en = {
  said: {
    'load.create': {
      did: (label, half) => `Load ${label} ${half ? 'kept as a draft' : 'posted'}`,
      doing: (label) => `Your load ${label}`,
    },
    'load.post': {
      did: (label) => `Load ${label} posted`,
      doing: (label) => `The posting of load ${label}`,
    },
    'load.cancel': {
      did: (label) => `Load ${label} cancelled`,
      doing: (label) => `The cancellation of load ${label}`,
    },
  } satisfies Record<string, Spoken>,
  posted: 'posted',
};

export type Words = typeof en;

export const agreements = translated('features/loads/words/agreements', en);
