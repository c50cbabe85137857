import { translated } from '@/words/language';

/** What stands around the screens. */
const en = {
  loads: 'Loads',
  load: 'Load',
};

export type Words = typeof en;

export const shell = translated('features/loads/words/shell', en);
