import { translated } from '@/words/language';

/** What stands around the screens. */
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
