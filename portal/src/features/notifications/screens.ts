import type { Screen } from '@/shell/screens';

export const screens: Screen[] = [
  { path: '/inbox', load: () => import('./InboxPage').then((file) => file.InboxPage) },
  {
    path: '/unsubscribe',
    load: () => import('./Unsubscribe').then((file) => file.Unsubscribe),
    outside: true,
  },
];
