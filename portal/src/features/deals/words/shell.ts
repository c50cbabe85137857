import { translated } from '@/words/language';

/** What stands around the screens. */
const en = {
  offers: 'Offers',
};

export type Words = typeof en;

export const shell = translated('features/deals/words/shell', en);
