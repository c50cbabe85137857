import { actsIn, carries } from '@/shell/me';
import type { Screen } from '@/shell/screens';
import { terms } from '@/words/terms';
import { shell as w } from './words/shell';

export const screens: Screen[] = [
  {
    path: '/trips',
    load: () => import('./TripsPage').then((file) => file.TripsPage),
    navigation: [
      {
        place: 20,
        label: w.trips,
        icon: 'trips',
        shownTo: (me) => carries(me) && actsIn(me, 'trips.view'),
        toDrivers: true,
      },
    ],
  },
  {
    path: '/trips/new',
    load: () => import('./TripForm').then((file) => file.TripForm),
    fromHome: { place: 20, label: terms.trips.post, shownTo: (me) => me.may('trips.post') },
  },
];
