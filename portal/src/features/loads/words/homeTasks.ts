import { translated } from '@/words/language';

/** Words for the tasks that home lists. */
const en = {
  draft: (load: string) => `Load ${load} is still a draft`,
  finish: 'Finish it',
  uncovered: (load: string) => `Load ${load} is open and has no offer to answer`,
  match: 'Find a trip',
  firstLoad: 'You have no load yet',
  firstLoadOfBroker: 'You have no load yet: post one, or sell carriage to the loads on the market',
  market: 'Look on the market',
  wallet: 'Your wallet is empty: a booking needs its price there',
  topUp: 'Top up',
};

export type Words = typeof en;

export const homeTasks = translated('features/loads/words/homeTasks', en);
