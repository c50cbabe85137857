import { actsIn } from '@/shell/me';
import type { Screen } from '@/shell/screens';
import { shell as w } from './words/shell';

const outside: Screen[] = [
  { path: '/sign-in', load: () => import('./SignIn').then((file) => file.SignIn) },
  { path: '/sign-in/from/:provider', load: () => import('./FromProvider').then((file) => file.FromProvider) },
  {
    path: '/sign-in/confirm/:provider',
    load: () => import('./ConfirmByProvider').then((file) => file.ConfirmByProvider),
  },
  { path: '/register', load: () => import('./Register').then((file) => file.Register) },
  { path: '/verify/:token?', load: () => import('./Verify').then((file) => file.Verify) },
  { path: '/confirm/:token?', load: () => import('./ConfirmAddress').then((file) => file.ConfirmAddress) },
  { path: '/forgot', load: () => import('./Forgot').then((file) => file.Forgot) },
  { path: '/reset/:token?', load: () => import('./Reset').then((file) => file.Reset) },
  { path: '/way-back', load: () => import('./WayBack').then((file) => file.WayBack) },
  { path: '/way-back/begin', load: () => import('./WayBack').then((file) => file.BeginWayBack) },
  { path: '/way-back/stop', load: () => import('./WayBack').then((file) => file.StopWayBack) },
  { path: '/way-back/finish', load: () => import('./WayBack').then((file) => file.FinishWayBack) },
  { path: '/invite/:token?', load: () => import('./Invite').then((file) => file.Invite) },
  { path: '/setup/:token?', load: () => import('./Setup').then((file) => file.Setup) },
  { path: '/admin-setup/:token?', load: () => import('./Setup').then((file) => file.Setup) },
];

export const screens: Screen[] = [
  ...outside.map((screen) => ({ ...screen, outside: true as const })),
  {
    path: '/members',
    load: () => import('./MembersPage').then((file) => file.MembersPage),
    navigation: [
      {
        place: 80,
        label: w.members,
        icon: 'members',
        shownTo: (me) => actsIn(me, 'organisation.manage'),
      },
    ],
  },
  {
    path: '/organisation',
    load: () => import('./OrganisationPage').then((file) => file.OrganisationPage),
    navigation: [
      {
        place: 90,
        label: w.organisation,
        icon: 'organisation',
        shownTo: (me) => actsIn(me, 'organisation.manage') || actsIn(me, 'audit.view'),
      },
    ],
  },
  {
    path: '/audit',
    load: () => import('./AuditPage').then((file) => file.AuditPage),
    navigation: [{ place: 100, label: w.audit, icon: 'audit', shownTo: (me) => actsIn(me, 'audit.view') }],
  },
  {
    path: '/api-keys',
    load: () => import('./ApiKeysPage').then((file) => file.ApiKeysPage),
    navigation: [
      { place: 110, label: w.apiKeys, icon: 'security', shownTo: (me) => actsIn(me, 'keys.manage') },
    ],
  },
  { path: '/security', load: () => import('./SecurityPage').then((file) => file.SecurityPage) },
];
