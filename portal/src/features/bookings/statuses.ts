import type { BookingStatus } from '@/api/types';
import type { Tone } from '@/components/statuses';
import { statuses as words } from './words/statuses';

const tones: Record<BookingStatus, Tone> = {
  CONFIRMED: 'info',
  DISPATCHED: 'active',
  AT_PICKUP: 'active',
  IN_TRANSIT: 'active',
  AT_DELIVERY: 'active',
  DELIVERED: 'success',
  CONTESTED: 'warning',
  SETTLED: 'success',
  REFUNDED: 'neutral',
  CANCELLED: 'neutral',
};

export const statuses = { words, tones };

declare module '@/components/statuses' {
  interface Statuses {
    bookings: BookingStatus;
  }
}
