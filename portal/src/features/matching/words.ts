import { translated } from '@/words/language';

const en = {
  trips: 'Trips that could carry it',
  loads: 'Loads that it could carry',
  noTrips: 'No trip matches yet',
  noTripsText: 'This list is read again as carriers post trips. The load is on the market meanwhile.',
  noLoads: 'No load matches yet',
  noLoadsText: 'This list is read again as shippers post loads.',
  score: 'of 100',
  deadhead: (distance: string) => `${distance} empty from the trip’s stop to the pickup`,
  detour: (distance: string) => `${distance} from the delivery to the trip’s stop`,
  above: (price: string, unit: string) => `pays ${price} per ${unit} above the ask`,
  below: (price: string, unit: string) => `pays ${price} per ${unit} below the ask`,
  look: (reference: string) => `Look at ${reference}`,
};

export type Words = typeof en;

export const words = translated('features/matching/words', en);
