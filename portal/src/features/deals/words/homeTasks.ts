import { translated } from '@/words/language';

/** Words for the tasks that home lists. */
const en = {
  offer: (load: string, price: string) => `An offer of ${price} on load ${load} waits for your answer`,
  answer: 'Answer it',
  unfunded: (name: string, load: string, lacks: string) =>
    `${name} wanted to accept your offer on load ${load}: your wallet is ${lacks} short`,
  unfundedWhole: (name: string, load: string) =>
    `${name} wanted to accept your offer on load ${load}: your wallet did not cover it`,
  unfundedOwn: (name: string, load: string, lacks: string) =>
    `The offer of ${name} on load ${load} could not be accepted: your wallet is ${lacks} short`,
  unfundedOwnWhole: (name: string, load: string) =>
    `The offer of ${name} on load ${load} could not be accepted: your wallet did not cover it`,
  addMoney: 'Add money',
  covered: (load: string) => `The money for load ${load} is there now: accept it again`,
  acceptAgain: 'Try again',
};

export type Words = typeof en;

export const homeTasks = translated('features/deals/words/homeTasks', en);
