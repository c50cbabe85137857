import type { Screen } from '@/shell/screens';
import { shell as w } from './words/shell';

export const screens: Screen[] = [
  {
    path: '/admin/contests',
    load: () => import('./ContestsPage').then((file) => file.ContestsPage),
    navigation: [
      { place: 160, label: w.contests, icon: 'bookings', shownTo: (me) => me.may('platform.contests') },
    ],
  },
  {
    path: '/admin/contests/:id',
    load: () => import('./ContestCasePage').then((file) => file.ContestCasePage),
  },
];
