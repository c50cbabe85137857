import { translated } from '@/words/language';

/** What waits for somebody at home. */
const en = {
  wallet: 'Your wallet is empty: a booking needs its price there',
  topUp: 'Top up',
};

export type Words = typeof en;

export const homeTasks = translated('features/ledger/words/homeTasks', en);
