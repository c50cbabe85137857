import type { BookingStatus } from '@/api/types';
import { translated } from '@/words/language';

const en: Record<BookingStatus, string> = {
  CONFIRMED: 'Confirmed',
  DISPATCHED: 'Dispatched',
  AT_PICKUP: 'At pickup',
  IN_TRANSIT: 'In transit',
  AT_DELIVERY: 'At delivery',
  DELIVERED: 'Delivered',
  CONTESTED: 'Contested',
  SETTLED: 'Settled',
  REFUNDED: 'Refunded',
  CANCELLED: 'Cancelled',
};

export type Words = typeof en;

export const statuses = translated('features/bookings/words/statuses', en);
