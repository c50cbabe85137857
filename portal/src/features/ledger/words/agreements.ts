import type { Spoken } from '@/api/agreements';
import { translated } from '@/words/language';

/** Messages about agreements, shown on whatever screen the person is by then. */
const en = {
  said: {
    'wallet.top-up': {
      did: (label) => `Wallet topped up with ${label}`,
      doing: (label) => `Your top-up of ${label}`,
    },
  } satisfies Record<string, Spoken>,
};

export type Words = typeof en;

export const agreements = translated('features/ledger/words/agreements', en);
