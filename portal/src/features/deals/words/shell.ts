import { translated } from '@/words/language';

/** Words that the frame around the screens needs of this feature. */
const en = {
  offers: 'Offers',
};

export type Words = typeof en;

export const shell = translated('features/deals/words/shell', en);
