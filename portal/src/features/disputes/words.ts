import { translated } from '@/words/language';

const waits = 'The money waits in escrow until the carrier is reopened.';

/** The words of contested deliveries. */
const en = {
  title: 'Contested bookings',
  booking: 'Booking',
  ofBooking: (reference: string) => `Contest of booking ${reference}`,
  panel: 'Contested delivery',
  contest: 'Contest the delivery',
  contestText: (carrier: string, price: string) =>
    `${price} stays held. ${carrier} is told and can answer; then, or when its time is over, an administrator decides who gets the money, whole.`,
  why: 'What is wrong?',
  choose: 'Choose',
  words: 'In your words',
  wordsHint: 'The carrier and an administrator read this: what you found, when, and what shows it.',
  photos: 'Photos or papers',
  photosHint: (most: number, megabytes: number) =>
    `JPEG, PNG, WebP or PDF, ${most} at most, ${megabytes} MB each. On a phone the camera can take them.`,
  tooMany: (most: number) => `At most ${most} files can be shown.`,
  remove: (name: string) => `Remove ${name}`,
  contestNow: 'Contest it',
  contested: 'The delivery is contested. The money stays held.',
  reasons: {
    DAMAGED: 'Damaged',
    MISSING: 'Something is missing',
    NOT_DELIVERED: 'Not delivered at all',
    WRONG_PLACE: 'Delivered at the wrong place',
    LATE: 'Delivered too late',
    OTHER: 'Something else',
  },
  status: {
    AWAITING_ANSWER: 'Waiting for an answer',
    AWAITING_DECISION: 'Waiting for a decision',
    WITHDRAWN: 'Taken back',
    CONCEDED: 'Given in',
    RELEASED: 'Decided for the carrier',
    REFUNDED: 'Paid back',
  },
  byItself: {
    answerBy: 'Answer by',
    answerThen: 'Without your answer an administrator decides by what the other side says and shows.',
    waits: (carrier: string) => `${carrier} has time to answer until`,
    waitsThen: 'With the answer, or without one by then, an administrator decides.',
    decides:
      'An administrator decides: looks at what both sides say and gives the money whole to one of them. Both are told here with the reason.',
    unanswered: 'No answer came in time.',
  },
  said: (party: string) => `${party} says`,
  answeredLate: 'After its time',
  answer: 'Answer',
  answerTitle: (shipper: string) => `Answer ${shipper}`,
  answerText: 'You answer once. Then an administrator decides by what both sides say and show.',
  answerHint: 'The shipper and an administrator read this: how it was, and what shows it.',
  answerNow: 'Send the answer',
  answered: 'The answer is sent. An administrator decides.',
  concede: 'Give in',
  concedeTitle: 'Give the money back?',
  concedeText: (shipper: string, price: string) =>
    `${price} goes back to ${shipper} at once, whole. This can’t be undone.`,
  concedeNow: 'Give the money back',
  conceded: 'The money is back with the shipper.',
  withdraw: 'Accept after all',
  withdrawTitle: 'Take the contest back and pay?',
  withdrawText: (carrier: string) =>
    `The escrow is released to ${carrier} at once, less the platform’s fee. This can’t be undone.`,
  withdrawNow: 'Accept and pay',
  withdrawn: 'The contest is taken back and the carrier is paid.',
  withdrawWaitsTitle: 'Take the contest back?',
  withdrawWaitsNow: 'Accept',
  withdrawnWaits: `The contest is taken back. ${waits}`,
  /** Shown while the platform has the seller suspended. */
  releaseWaits: (carrier: string) =>
    `${carrier} is suspended: the escrow waits until it is reopened, and is then released by itself, less the platform’s fee. This can’t be undone.`,
  ended: {
    WITHDRAWN: (buyer: string, seller: string, paid: boolean) =>
      paid
        ? `${buyer} accepted the delivery after all; ${seller} was paid.`
        : `${buyer} accepted the delivery after all. ${waits}`,
    CONCEDED: (buyer: string, seller: string) => `${seller} gave in; ${buyer} has the whole price back.`,
    RELEASED: (_: string, seller: string, paid: boolean) =>
      paid
        ? `An administrator decided for ${seller}, who was paid.`
        : `An administrator decided for ${seller}. ${waits}`,
    REFUNDED: (buyer: string) => `An administrator decided for ${buyer}, who has the whole price back.`,
  },
  because: (reason: string) => `Reason: ${reason}`,
  fileAlt: (name: string) => `Shown in the contest: ${name}`,
  show: 'Show',
  open: 'Open',
  over: 'Over',
  none: 'No contest waits for a decision',
  noneText: 'Answered contests, and those that were not answered in time, appear here.',
  noneOver: 'No contest is over yet',
  since: 'Contested',
  waitsSince: 'Waits since',
  between: 'Between',
  sides: (buyer: string, seller: string) => `${buyer} and ${seller}`,
  reason: 'Reason',
  state: 'State',
  held: 'Held',
  unanswered: 'Not answered',
  decide: {
    release: 'Pay the carrier',
    releaseTitle: (carrier: string) => `Pay ${carrier}?`,
    releaseText:
      'The whole escrow is released, less the fee. Both sides read your reason. This can’t be undone.',
    releaseWaitsTitle: (carrier: string) => `Decide for ${carrier}?`,
    refund: 'Pay it back',
    refundTitle: (shipper: string) => `Pay it back to ${shipper}?`,
    refundText: 'The whole price goes back without a fee. Both sides read your reason. This can’t be undone.',
    reason: 'Reason, for both sides to read',
    done: 'The contest is decided. Both sides are told.',
  },
  ownCase:
    'You belong to one of the organisations that dealt with these goods, or did since they were booked: another administrator decides this.',
};

export type Words = typeof en;

export const words = translated('features/disputes/words', en);
