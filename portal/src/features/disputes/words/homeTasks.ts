import { count } from '@/words/counting';
import { translated } from '@/words/language';

/** Words for the tasks that home lists. */
const en = {
  contestAnswer: (booking: string, shipper: string) =>
    `${shipper} contests the delivery of booking ${booking}: the money waits for your answer`,
  contestAnswerOfOwn: (booking: string, shipper: string) =>
    `${shipper} contests the delivery of booking ${booking}: a dispatcher of yours answers`,
  answerContest: 'Answer',
  answerBy: 'Answer by',
  contestWaits: (booking: string, carrier: string) =>
    `You contest the delivery of booking ${booking}: waiting for ${carrier}’s answer`,
  decidesItself: 'Without an answer it goes to an administrator by itself on',
  contestDecides: (booking: string) => `The contest of booking ${booking}: an administrator decides`,
  contestsToDecide: (n: number) =>
    count(n, 'One contested booking waits for a decision', `${n} contested bookings wait for a decision`),
  oldestContest: 'The oldest since',
  decide: 'Decide',
  look: 'Look at it',
};

export type Words = typeof en;

export const homeTasks = translated('features/disputes/words/homeTasks', en);
