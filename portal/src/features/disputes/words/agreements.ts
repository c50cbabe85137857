import type { Spoken } from '@/api/agreements';
import { translated } from '@/words/language';

const waits = 'The money waits in escrow until the carrier is reopened.';

/** Messages about agreements, shown on whatever screen the person is by then. */
const en = {
  said: {
    'booking.contest': {
      did: (label) => `Delivery of booking ${label} contested`,
      doing: (label) => `Your contest of booking ${label}`,
    },
    'contest.answer': {
      did: (label) => `Answer to the contest of booking ${label} sent`,
      doing: (label) => `Your answer to the contest of booking ${label}`,
    },
    'contest.withdraw': {
      did: (label, half) => `Contest of booking ${label} taken back${half ? '' : ', and its price released'}`,
      doing: (label) => `Taking back the contest of booking ${label}`,
      stillToCome: waits,
    },
    'contest.concede': {
      did: (label) => `Price of booking ${label} given back`,
      doing: (label) => `Giving back the price of booking ${label}`,
    },
    'contest.release': {
      did: (label, half) =>
        `Contest of booking ${label} decided${half ? ' for the carrier' : ': the carrier is paid'}`,
      doing: (label) => `Your decision of the contest of booking ${label}`,
      stillToCome: waits,
    },
    'contest.refund': {
      did: (label) => `Contest of booking ${label} decided: the price is paid back`,
      doing: (label) => `Your decision of the contest of booking ${label}`,
    },
  } satisfies Record<string, Spoken>,
  /** Says what has become of the contest already. */
  ended: (how: string, time: string) => `The contest is over already: ${how} at ${time}.`,
  how: {
    AWAITING_ANSWER: 'waiting for an answer',
    AWAITING_DECISION: 'waiting for a decision',
    WITHDRAWN: 'taken back',
    CONCEDED: 'given in',
    RELEASED: 'decided for the carrier',
    REFUNDED: 'the price was paid back',
  },
  answered: (time: string) => `The contest was answered at ${time}.`,
};

export type Words = typeof en;

export const agreements = translated('features/disputes/words/agreements', en);
