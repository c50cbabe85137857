import { translated } from '@/words/language';

/** Words that the frame around the screens needs of this feature. */
const en = {
  fleet: 'Fleet',
};

export type Words = typeof en;

export const shell = translated('features/fleet/words/shell', en);
