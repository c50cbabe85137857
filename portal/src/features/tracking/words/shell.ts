import { translated } from '@/words/language';

/** What stands around the screens. */
const en = {
  map: 'Map',
};

export type Words = typeof en;

export const shell = translated('features/tracking/words/shell', en);
