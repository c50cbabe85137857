import { translated } from '@/words/language';

/** Words that the frame around the screens needs of this feature. */
const en = {
  reports: 'Reports',
};

export type Words = typeof en;

export const shell = translated('features/analytics/words/shell', en);
