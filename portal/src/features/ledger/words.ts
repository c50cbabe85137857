import { translated } from '@/words/language';

const en = {
  empty: 'No money yet',
  emptyText: 'Top the wallet up; when you accept an offer, its price is put in escrow from here.',
  emptyNoTopUp: 'What is paid to your organisation appears here.',
  topUp: 'Top up',
  toppedUp: 'The wallet is topped up.',
  noPostings: 'No money has moved yet.',
  booking: 'Booking',
  toBooking: 'Open booking',
};

export type Words = typeof en;

export const words = translated('features/ledger/words', en);
