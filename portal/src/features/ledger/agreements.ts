import type { Agreement } from '@/api/agreements';
import type { WalletPosting } from '@/api/types';
import { agreements as w } from './words/agreements';

export const agreements = {
  'wallet.top-up': {
    says: w.said['wallet.top-up'],
    path: () => '/wallet/top-ups',
    at: (answer: WalletPosting) => answer.createdAt,
    to: () => '/wallet',
  },
} satisfies Record<string, Agreement>;

type Own = typeof agreements;

declare module '@/api/agreements' {
  interface Agreements extends Own {}
}
