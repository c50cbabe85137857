import { translated } from '@/words/language';

/** Words that the frame around the screens needs of this feature. */
const en = {
  loads: 'Loads',
  load: 'Load',
};

export type Words = typeof en;

export const shell = translated('features/loads/words/shell', en);
