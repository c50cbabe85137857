import { translated } from '@/words/language';

/** What stands around the screens. */
const en = {
  wallet: 'Wallet',
};

export type Words = typeof en;

export const shell = translated('features/ledger/words/shell', en);
