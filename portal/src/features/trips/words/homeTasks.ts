import { translated } from '@/words/language';

/** Words for the tasks that home lists. */
const en = {
  firstTrip: 'You have no trip yet: post one to be matched with loads',
};

export type Words = typeof en;

export const homeTasks = translated('features/trips/words/homeTasks', en);
