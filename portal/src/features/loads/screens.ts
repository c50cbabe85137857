import { actsIn } from '@/shell/me';
import type { Screen } from '@/shell/screens';
import { terms } from '@/words/terms';
import { shell as w } from './words/shell';

const form = () => import('./LoadForm').then((file) => file.LoadFormPage);

export const screens: Screen[] = [
  {
    path: '/loads',
    load: () => import('./LoadsPage').then((file) => file.LoadsPage),
    navigation: [
      {
        place: 10,
        label: w.loads,
        icon: 'loads',
        shownTo: (me) => actsIn(me, 'loads.view') || actsIn(me, 'market.view'),
      },
    ],
  },
  {
    path: '/loads/new',
    load: form,
    fromHome: { place: 10, label: terms.loads.post, shownTo: (me) => me.may('loads.post') },
  },
  { path: '/loads/:id/edit', load: form },
];
