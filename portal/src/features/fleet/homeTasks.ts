import type { HomeTasks } from '@/shell/home/tasks';
import { terms } from '@/words/terms';
import { homeTasks as w } from './words/homeTasks';

export const homeTasks: HomeTasks = {
  'fleet.first-vehicle': () => ({
    title: w.firstVehicle,
    verb: terms.fleet.addVehicle,
    to: '/fleet/vehicles/new',
  }),
  'fleet.first-driver': () => ({
    title: w.firstDriver,
    verb: terms.fleet.addDriver,
    to: '/fleet/drivers/new',
  }),
};
