import { translated } from '@/words/language';

const waits = 'The money waits in escrow until the carrier is reopened.';

/** What became of what somebody sent: apart, as it is not needed before something was. */
const en = {
  title: 'What became of it',
  done: (what: string, time: string, stillToCome?: string) =>
    stillToCome ? `${what} at ${time}. ${stillToCome}` : `${what} at ${time}.`,
  refused: (what: string, why: string) => `${what} was refused: ${why}`,
  look: 'Look at it',
  alreadyTitle: 'It was done before',
  already: (done: string, time: string) => `Already ${done} at ${time}.`,
  alreadyBy: (done: string, who: string, time: string) => `Already ${done} ${who} at ${time}.`,
  posted: 'posted',
  contestEnded: (how: string, time: string) => `The contest is over already: ${how} at ${time}.`,
  contest: {
    AWAITING_ANSWER: 'waiting for an answer',
    AWAITING_DECISION: 'waiting for a decision',
    WITHDRAWN: 'taken back',
    CONCEDED: 'given in',
    RELEASED: 'decided for the carrier',
    REFUNDED: 'the price was paid back',
  },
  contestAnswered: (time: string) => `The contest was answered at ${time}.`,
  nowIs: (status: string) => `It is ${status} already.`,
  unansweredTitle: 'No answer came',
  unanswered:
    'It may or may not have happened. Asking again is safe: it happens once, and you see what became of it.',
  noAnswer: (what: string) =>
    `${what}: no answer came, so it may or may not have happened. Asking again is safe, it happens once.`,
  askAgain: 'Ask again',
  letBe: 'Let it be',
  did: {
    'offer.make': (label) => `Offer on load ${label} sent`,
    'offer.counter': (label) => `Counter-offer on load ${label} sent`,
    'offer.accept': (label) => `Offer on load ${label} accepted`,
    'offer.decline': (label) => `Offer on load ${label} declined`,
    'offer.withdraw': (label) => `Offer on load ${label} withdrawn`,
    'booking.cancel': (label) => `Booking ${label} cancelled`,
    'booking.accept-proof': (label, half) =>
      `Delivery of booking ${label} accepted${half ? '' : ', and its price released'}`,
    'booking.contest': (label) => `Delivery of booking ${label} contested`,
    'contest.answer': (label) => `Answer to the contest of booking ${label} sent`,
    'contest.withdraw': (label, half) =>
      `Contest of booking ${label} taken back${half ? '' : ', and its price released'}`,
    'contest.concede': (label) => `Price of booking ${label} given back`,
    'contest.release': (label, half) =>
      `Contest of booking ${label} decided${half ? ' for the carrier' : ': the carrier is paid'}`,
    'contest.refund': (label) => `Contest of booking ${label} decided: the price is paid back`,
    'load.create': (label, half) => `Load ${label} ${half ? 'kept as a draft' : 'posted'}`,
    'load.post': (label) => `Load ${label} posted`,
    'load.cancel': (label) => `Load ${label} cancelled`,
    'trip.create': (label) => `Trip ${label} posted`,
    'trip.cancel': (label) => `Trip ${label} cancelled`,
    'trip.complete': (label) => `Trip ${label} ended`,
    'wallet.top-up': (label) => `Wallet topped up with ${label}`,
  } satisfies Record<string, (label: string, half: boolean) => string>,
  /** Said after what was done, where half of it is still to come. */
  stillToCome: {
    'booking.accept-proof': waits,
    'contest.withdraw': waits,
    'contest.release': waits,
  } as Partial<Record<string, string>>,
  doing: {
    'offer.make': (label) => `Your offer on load ${label}`,
    'offer.counter': (label) => `Your counter-offer on load ${label}`,
    'offer.accept': (label) => `Your acceptance of the offer on load ${label}`,
    'offer.decline': (label) => `Your refusal of the offer on load ${label}`,
    'offer.withdraw': (label) => `The withdrawal of your offer on load ${label}`,
    'booking.cancel': (label) => `The cancellation of booking ${label}`,
    'booking.accept-proof': (label) => `Your acceptance of the delivery of booking ${label}`,
    'booking.contest': (label) => `Your contest of booking ${label}`,
    'contest.answer': (label) => `Your answer to the contest of booking ${label}`,
    'contest.withdraw': (label) => `Taking back the contest of booking ${label}`,
    'contest.concede': (label) => `Giving back the price of booking ${label}`,
    'contest.release': (label) => `Your decision of the contest of booking ${label}`,
    'contest.refund': (label) => `Your decision of the contest of booking ${label}`,
    'load.create': (label) => `Your load ${label}`,
    'load.post': (label) => `The posting of load ${label}`,
    'load.cancel': (label) => `The cancellation of load ${label}`,
    'trip.create': (label) => `Your trip ${label}`,
    'trip.cancel': (label) => `The cancellation of trip ${label}`,
    'trip.complete': (label) => `The end of trip ${label}`,
    'wallet.top-up': (label) => `Your top-up of ${label}`,
  } satisfies Record<string, (label: string) => string>,
};

export type Words = typeof en;

export const once = translated('words/once', en);
