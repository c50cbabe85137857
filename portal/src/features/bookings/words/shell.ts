import { translated } from '@/words/language';

/** Words that the frame around the screens needs of this feature. */
const en = {
  bookings: 'Bookings',
  booking: 'Booking',
};

export type Words = typeof en;

export const shell = translated('features/bookings/words/shell', en);
