import { actsIn } from '@/shell/me';
import type { Screen } from '@/shell/screens';
import { shell as w } from './words/shell';

export const screens: Screen[] = [
  {
    path: '/map',
    load: () => import('./MapPage').then((file) => file.MapPage),
    navigation: [{ place: 60, label: w.map, icon: 'map', shownTo: (me) => actsIn(me, 'tracking.view') }],
  },
];
