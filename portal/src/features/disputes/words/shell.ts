import { translated } from '@/words/language';

/** Words that the frame around the screens needs of this feature. */
const en = {
  contests: 'Contested bookings',
};

export type Words = typeof en;

export const shell = translated('features/disputes/words/shell', en);
