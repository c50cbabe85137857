import type { Spoken } from '@/api/agreements';
import { translated } from '@/words/language';

/** Messages about agreements, shown on whatever screen the person is by then. */
const en = {
  said: {
    'offer.make': {
      did: (label) => `Offer on load ${label} sent`,
      doing: (label) => `Your offer on load ${label}`,
    },
    'offer.counter': {
      did: (label) => `Counter-offer on load ${label} sent`,
      doing: (label) => `Your counter-offer on load ${label}`,
    },
    'offer.accept': {
      did: (label) => `Offer on load ${label} accepted`,
      doing: (label) => `Your acceptance of the offer on load ${label}`,
    },
    'offer.decline': {
      did: (label) => `Offer on load ${label} declined`,
      doing: (label) => `Your refusal of the offer on load ${label}`,
    },
    'offer.withdraw': {
      did: (label) => `Offer on load ${label} withdrawn`,
      doing: (label) => `The withdrawal of your offer on load ${label}`,
    },
  } satisfies Record<string, Spoken>,
};

export type Words = typeof en;

export const agreements = translated('features/deals/words/agreements', en);
