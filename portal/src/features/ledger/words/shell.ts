import { translated } from '@/words/language';

/** Words that the frame around the screens needs of this feature. */
const en = {
  wallet: 'Wallet',
};

export type Words = typeof en;

export const shell = translated('features/ledger/words/shell', en);
