import { translated } from '@/words/language';

/** Words that the frame around the screens needs of this feature. */
const en = {
  members: 'Members',
  organisation: 'Organisation',
  audit: 'Audit',
  apiKeys: 'API keys',
};

export type Words = typeof en;

export const shell = translated('features/identity/words/shell', en);
