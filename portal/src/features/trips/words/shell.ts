import { translated } from '@/words/language';

/** What stands around the screens. */
const en = {
  trips: 'Trips',
  trip: 'Trip',
};

export type Words = typeof en;

export const shell = translated('features/trips/words/shell', en);
