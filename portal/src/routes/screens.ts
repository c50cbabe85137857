import type { Screen } from '@/shell/screens';
import { frame } from '@/words/frame';

const { navigation: w } = frame;

/** Screens that put parts of several features together. */
export const screens: Screen[] = [
  {
    path: '/',
    load: () => import('./home').then((file) => file.default),
    navigation: [
      { place: 0, label: w.home, icon: 'home', shownTo: () => true },
      { place: 0, label: w.today, icon: 'today', toDrivers: true },
    ],
  },
  { path: '/loads/:id', within: '/loads', load: () => import('./load').then((file) => file.default) },
  { path: '/trips/:id', within: '/trips', load: () => import('./trip').then((file) => file.default) },
  {
    path: '/bookings/:id',
    within: '/bookings',
    load: () => import('./booking').then((file) => file.default),
  },
  { path: '/profile', load: () => import('./profile').then((file) => file.default) },
];
