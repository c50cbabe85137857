import { actsIn } from '@/shell/me';
import type { Screen } from '@/shell/screens';
import { shell as w } from './words/shell';

export const screens: Screen[] = [
  {
    path: '/wallet',
    load: () => import('./WalletPage').then((file) => file.WalletPage),
    navigation: [{ place: 70, label: w.wallet, icon: 'wallet', shownTo: (me) => actsIn(me, 'wallet.view') }],
  },
];
