import type { Reader } from '@/shell/me';
import type { Screen } from '@/shell/screens';
import { shell as w } from './words/shell';

const isAdmin = (me: Reader) => me.may('platform.admin');

export const screens: Screen[] = [
  {
    path: '/admin/organisations',
    load: () => import('./OrganisationsPage').then((file) => file.OrganisationsPage),
    navigation: [
      {
        place: 130,
        label: w.organisations,
        icon: 'accounts',
        shownTo: (me) => me.may('organisations.view'),
      },
    ],
  },
  {
    path: '/admin/organisations/:id',
    load: () => import('./OrganisationRecordPage').then((file) => file.OrganisationRecordPage),
  },
  {
    path: '/admin/operations',
    load: () => import('./OperationsPage').then((file) => file.OperationsPage),
    navigation: [{ place: 140, label: w.operations, icon: 'reports', shownTo: isAdmin }],
  },
  {
    path: '/admin/people',
    load: () => import('./PeoplePage').then((file) => file.PeoplePage),
    navigation: [{ place: 150, label: w.people, icon: 'members', shownTo: isAdmin }],
  },
  { path: '/admin/people/:id', load: () => import('./PersonPage').then((file) => file.PersonPage) },
  {
    path: '/admin/deliveries',
    load: () => import('./DeliveriesPage').then((file) => file.DeliveriesPage),
    navigation: [{ place: 170, label: w.deliveries, icon: 'offers', shownTo: isAdmin }],
  },
  {
    path: '/admin/flags',
    load: () => import('./FlagsPage').then((file) => file.FlagsPage),
    navigation: [{ place: 180, label: w.flags, icon: 'flags', shownTo: isAdmin }],
  },
  { path: '/admin/flags/:key', load: () => import('./FlagPage').then((file) => file.FlagPage) },
  {
    path: '/admin/gate',
    load: () => import('./GatePage').then((file) => file.GatePage),
    navigation: [{ place: 190, label: w.gate, icon: 'security', shownTo: isAdmin }],
  },
];
