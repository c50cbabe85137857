import { translated } from '@/words/language';

/** Words that the frame around the screens needs of this feature. */
const en = {
  organisations: 'Organisations',
  operations: 'Operations',
  people: 'People',
  deliveries: 'Messages sent',
  flags: 'Feature flags',
  gate: 'Networks and rates',
};

export type Words = typeof en;

export const shell = translated('features/admin/words/shell', en);
