import { translated } from '@/words/language';

/** What stands around the screens. */
const en = {
  reports: 'Reports',
};

export type Words = typeof en;

export const shell = translated('features/analytics/words/shell', en);
