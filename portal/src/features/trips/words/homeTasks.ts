import { translated } from '@/words/language';

/** What waits for somebody at home. */
const en = {
  firstTrip: 'You have no trip yet: post one to be matched with loads',
};

export type Words = typeof en;

export const homeTasks = translated('features/trips/words/homeTasks', en);
