import { actsIn } from '@/shell/me';
import type { Screen } from '@/shell/screens';
import { shell as w } from './words/shell';

export const screens: Screen[] = [
  {
    path: '/offers',
    load: () => import('./Offers').then((file) => file.OffersPage),
    navigation: [{ place: 40, label: w.offers, icon: 'offers', shownTo: (me) => actsIn(me, 'offers.view') }],
  },
];
