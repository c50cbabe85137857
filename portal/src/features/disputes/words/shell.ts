import { translated } from '@/words/language';

/** What stands around the screens. */
const en = {
  contests: 'Contested bookings',
};

export type Words = typeof en;

export const shell = translated('features/disputes/words/shell', en);
