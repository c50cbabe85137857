import { actsIn } from '@/shell/me';
import type { Screen } from '@/shell/screens';
import { shell as w } from './words/shell';

export const screens: Screen[] = [
  {
    path: '/bookings',
    load: () => import('./BookingsPage').then((file) => file.BookingsPage),
    navigation: [
      {
        place: 30,
        label: w.bookings,
        icon: 'bookings',
        shownTo: (me) => actsIn(me, 'bookings.view'),
        toDrivers: true,
      },
    ],
  },
];
