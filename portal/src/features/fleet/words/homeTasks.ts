import { translated } from '@/words/language';

/** Words for the tasks that home lists. */
const en = {
  firstVehicle: 'You have no vehicle yet: a booking needs one before dispatch',
  firstDriver: 'You have no driver yet: a booking needs one before dispatch',
};

export type Words = typeof en;

export const homeTasks = translated('features/fleet/words/homeTasks', en);
