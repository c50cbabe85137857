import { translated } from '@/words/language';

/** What stands around the screens. */
const en = {
  fleet: 'Fleet',
};

export type Words = typeof en;

export const shell = translated('features/fleet/words/shell', en);
