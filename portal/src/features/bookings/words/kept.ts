import type { Keepable } from '@/device/keepables';
import { translated } from '@/words/language';

/** Messages about what a driver told while no server could be reached. */
const en = {
  dispatch: { told: () => 'Dispatched', refused: 'The saved dispatch was refused' },
  arrive: { told: (place) => `Arrived at ${place}`, refused: 'The saved arrival was refused' },
  depart: { told: (place) => `Departed from ${place}`, refused: 'The saved departure was refused' },
  deliver: { told: (place) => `Delivered at ${place}`, refused: 'The saved delivery was refused' },
} satisfies Record<string, Keepable['says']>;

export type Words = typeof en;

export const kept = translated('features/bookings/words/kept', en);
