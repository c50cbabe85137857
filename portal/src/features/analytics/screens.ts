import type { Screen } from '@/shell/screens';
import { terms } from '@/words/terms';
import { shell as w } from './words/shell';

export const screens: Screen[] = [
  {
    path: '/reports',
    load: () => import('./LaneReportPage').then((file) => file.LaneReportPage),
    navigation: [{ place: 120, label: w.reports, icon: 'reports', shownTo: (me) => me.may('reports.view') }],
    fromHome: { place: 30, label: terms.reports.title, shownTo: (me) => me.may('platform.admin') },
  },
];
