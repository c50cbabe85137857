import { translated } from '@/words/language';

/** What stands around the screens. */
const en = {
  bookings: 'Bookings',
  booking: 'Booking',
};

export type Words = typeof en;

export const shell = translated('features/bookings/words/shell', en);
