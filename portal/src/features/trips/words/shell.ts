import { translated } from '@/words/language';

/** Words that the frame around the screens needs of this feature. */
const en = {
  trips: 'Trips',
  trip: 'Trip',
};

export type Words = typeof en;

export const shell = translated('features/trips/words/shell', en);
