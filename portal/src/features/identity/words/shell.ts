import { translated } from '@/words/language';

/** What stands around the screens. */
const en = {
  members: 'Members',
  organisation: 'Organisation',
  audit: 'Audit',
  apiKeys: 'API keys',
};

export type Words = typeof en;

export const shell = translated('features/identity/words/shell', en);
