import { actsIn, carries } from '@/shell/me';
import type { Screen } from '@/shell/screens';
import { shell as w } from './words/shell';

const driver = () => import('./DriverForm').then((file) => file.DriverPage);
const vehicle = () => import('./VehicleForm').then((file) => file.VehiclePage);

export const screens: Screen[] = [
  {
    path: '/fleet',
    load: () => import('./FleetPage').then((file) => file.FleetPage),
    navigation: [
      {
        place: 50,
        label: w.fleet,
        icon: 'fleet',
        shownTo: (me) => carries(me) && actsIn(me, 'fleet.view'),
      },
    ],
  },
  { path: '/fleet/drivers/new', load: driver },
  { path: '/fleet/drivers/:id', load: driver },
  { path: '/fleet/vehicles/new', load: vehicle },
  { path: '/fleet/vehicles/:id', load: vehicle },
];
