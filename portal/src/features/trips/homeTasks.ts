import type { HomeTasks } from '@/shell/home/tasks';
import { terms } from '@/words/terms';
import { homeTasks as w } from './words/homeTasks';

export const homeTasks: HomeTasks = {
  'trips.first': () => ({ title: w.firstTrip, verb: terms.trips.post, to: '/trips/new' }),
};
