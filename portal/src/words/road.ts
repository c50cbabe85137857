import { howLong } from '@/words/counting';
import { translated } from '@/words/language';

/** Words about the road, wherever a booking is shown. */
const en = {
  bookings: {
    planned: 'Planned',
    arrived: 'Arrived',
    departed: 'Departed',
    punctual: {
      EARLY: (minutes: number) => `${howLong(minutes)} early`,
      IN_TIME: () => 'In time',
      LATE: (minutes: number) => `${howLong(minutes)} late`,
    },
    alreadyThere: 'Already there',
    addedLater: 'Added later',
    sources: {
      FENCE: 'By the fence, from positions',
      PERSON: 'By hand',
      INFERRED: 'Follows from a later stop',
    },
    sourceWhy: (source: string, reason: string) => `${source}: ${reason}`,
    agreement: 'Agreement',
    buyer: 'Shipper',
    seller: 'Carrier',
    fee: 'Platform’s fee, paid by the carrier',
    timeline: 'Timeline',
    receivedBy: 'Received by',
    proof: 'Proof of delivery',
    deliveredAt: 'Delivered',
    position: 'Position',
    coordinates: (latitude: string, longitude: string) => `${latitude}, ${longitude}`,
    noFile: 'No file was added.',
  },

  timeline: {
    by: (party: string) => `By ${party}`,
    byOwn: 'By your organisation',
    bySystem: 'By LaneRunner',
    other: (type: string) => type,
    tripForBooking: 'Trip made when the offer was accepted',
    events: {
      'load.drafted': () => 'Load drafted',
      'load.posted': () => 'Load posted',
      'load.changed': () => 'Load changed',
      'load.covered': () => 'Load covered',
      'load.reopened': () => 'Load open again',
      'load.cancelled': () => 'Load cancelled',
      'load.expired': () => 'Load closed: nobody took it in time',
      'load.leg-cancelled': () => 'Leg taken off the market',
      'offer.made': () => 'Offer made',
      'offer.countered': () => 'Offer countered',
      'offer.accepted': () => 'Offer accepted',
      'offer.acceptance-failed': () => 'The buyer’s wallet did not cover the price',
      'offer.declined': () => 'Offer declined',
      'offer.withdrawn': () => 'Offer withdrawn',
      'offer.expired': () => 'Offer ended: nobody answered it in time',
      'offer.closed': () => 'Other offer closed',
      'trip.posted': () => 'Trip posted',
      'trip.assigned': () => 'Driver and vehicle assigned',
      'trip.started': () => 'Trip started',
      'trip.stood-down': () => 'Trip planned again: none of its bookings is dispatched any more',
      'trip.completed': () => 'Trip completed',
      'trip.cancelled': () => 'Trip cancelled',
      'booking.confirmed': () => 'Booked',
      'booking.dispatched': () => 'Dispatched',
      'booking.arrived': (place: string) => (place ? `Arrived at ${place}` : 'Arrived'),
      'booking.departed': (place: string) => (place ? `Departed from ${place}` : 'Departed'),
      'booking.stop-pinpointed': (place: string) => (place ? `Point in ${place} set` : 'Point of a stop set'),
      'booking.arrival-corrected': (place: string) =>
        place ? `Arrival at ${place} corrected` : 'Arrival corrected',
      'booking.departure-corrected': (place: string) =>
        place ? `Departure from ${place} corrected` : 'Departure corrected',
      'booking.dispatch-withdrawn': () => 'Dispatch taken back: told by mistake',
      'booking.arrival-withdrawn': (place: string) =>
        place ? `Arrival at ${place} taken back: told by mistake` : 'Arrival taken back: told by mistake',
      'booking.departure-withdrawn': (place: string) =>
        place
          ? `Departure from ${place} taken back: told by mistake`
          : 'Departure taken back: told by mistake',
      'booking.reassigned': () => 'Another driver or vehicle took over',
      'booking.delivered': () => 'Delivered',
      'booking.proof-accepted': () => 'Proof accepted',
      'booking.contested': () => 'Delivery contested',
      'booking.refunded': () => 'Refunded',
      'contest.answered': () => 'Contest answered',
      'contest.escalated': () => 'Contest not answered in time: an administrator decides',
      'contest.withdrawn': () => 'Contest taken back',
      'contest.conceded': () => 'Carrier gave in',
      'contest.decided': () => 'Contest decided by an administrator',
      'booking.settled': () => 'Settled',
      'booking.cancelled': () => 'Cancelled',
      'payment.escrowed': () => 'Price put in escrow',
      'payment.released': () => 'Carrier paid',
      'payment.refunded': () => 'Escrow returned',
      'document.stored': () => 'Document added',
      'location.reported': () => 'Positions received',
    } as Record<string, (place: string) => string>,
  },
};

export type Words = typeof en;

export const road = translated('words/road', en);
