import { translated } from '@/words/language';

const en = {
  title: 'Map',
  ofBooking: (reference: string) => `Map of booking ${reference}`,
  latest: (latitude: string, longitude: string) => `Last position ${latitude}, ${longitude}.`,
  noPosition: 'No position yet.',
  none: 'Nothing is on the road',
  noneText: 'Dispatched bookings appear here with their vehicles until they are delivered.',
  listed: 'On the road',
  newest: (n: number) => `More are on the road: these are the newest ${n}.`,
};

export type Words = typeof en;

export const words = translated('features/tracking/words', en);
