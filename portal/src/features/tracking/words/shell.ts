import { translated } from '@/words/language';

/** Words that the frame around the screens needs of this feature. */
const en = {
  map: 'Map',
};

export type Words = typeof en;

export const shell = translated('features/tracking/words/shell', en);
