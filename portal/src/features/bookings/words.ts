import { count } from '@/words/counting';
import { translated } from '@/words/language';

const en = {
  onTheRoad: {
    title: (n: number) => count(n, 'One booking on the road', `${n} bookings on the road`),
    at: (place: string) => `At ${place}, planned`,
    towards: (place: string) => `Next ${place}, planned`,
  },
  title: (reference: string) => `Booking ${reference}`,
  none: 'No bookings yet',
  noneText: 'When an offer is accepted, its booking appears here.',
  noneDriver: 'Bookings of the trips that you drive appear here.',
  nextStop: 'Next stop',
  counterpart: 'With',
  sold: 'Sold',
  bought: 'Bought',
  stops: 'Stops',
  load: 'Load',
  trip: 'Trip',
  // What is odd about a report before it is sent; each is a whole sentence.
  odd: {
    title: 'Is that right?',
    allTheSame: 'Tell it all the same',
    dispatchEarly: (place: string, long: string, opens: string) =>
      `The pickup in ${place} opens only ${long} after that: ${opens}.`,
    dispatchOver: (long: string, ended: string) =>
      `The last window of this booking ended ${long} before that: ${ended}.`,
    arrivalEarly: (place: string, long: string, opens: string) =>
      `That is ${long} before the window in ${place} opens: ${opens}.`,
    arrivalLate: (place: string, long: string, ended: string) =>
      `That is ${long} after the window in ${place} ended: ${ended}.`,
    tooFastSinceLeft: (place: string, distance: string, before: string, long: string) =>
      `${place} lies ${distance} from ${before} as the crow flies, and ${before} was left ${long} before that.`,
    tooFastSinceReached: (place: string, distance: string, before: string, long: string) =>
      `${place} lies ${distance} from ${before} as the crow flies, and ${before} was reached ${long} before that.`,
    hardlyStood: (place: string, long: string) => `The arrival at ${place} was ${long} before that.`,
    anotherDay: (time: string) => `The time that you typed is of another day: ${time}.`,
  },
  withoutVehicle: 'Without a vehicle',
  withoutVehicleText:
    'You have sold this carriage. Offer it to a carrier below; what its driver tells of the road is shown here.',
  carried: 'A carrier carries this: open your agreement with it',
  upstream: 'This carries what you have sold: open that agreement',
  byAnother: 'Carried by another',
  paysItself: (carrier: string) => `The money goes to ${carrier} by itself on`,
  paidItself: (shipper: string) =>
    `${shipper} looks at the proof and may contest the delivery. If nothing comes, you are paid by itself on`,
  contestBefore: 'If something is wrong with the delivery, contest it before that: then the money stays.',
  withoutYourWord: (carrier: string) => `Without your word it goes to ${carrier} by itself on`,
  assign: 'Assign driver and vehicle',
  dispatch: 'Dispatch',
  dispatchNow: 'Dispatch now',
  dispatchText: (driver: string, vehicle: string) =>
    `${driver} starts with ${vehicle}. From now until delivery both parties see where the vehicle is.`,
  dispatchTextForAnother: (driver: string, vehicle: string, broker: string) =>
    `${driver} starts with ${vehicle}. From now until delivery both parties, and whom ${broker} has it carried for, see where the vehicle is.`,
  dispatched: 'The booking is dispatched.',
  atStop: {
    arrive: (place: string) => `Arrived at ${place}`,
    depart: (place: string) => `Depart from ${place}`,
    deliver: (place: string) => `Deliver at ${place}`,
  },
  // Words for what was told a moment ago and can still be taken back, with the time left.
  undo: {
    told: {
      DISPATCH: () => 'Dispatch told.',
      ARRIVAL: (place: string) => `Arrival at ${place} told.`,
      DEPARTURE: (place: string) => `Departure from ${place} told.`,
    },
    undo: 'Undo',
    left: (seconds: number) => `(${seconds} s)`,
    undone: {
      DISPATCH: () => 'The dispatch is taken back.',
      ARRIVAL: (place: string) => `The arrival at ${place} is taken back.`,
      DEPARTURE: (place: string) => `The departure from ${place} is taken back.`,
    },
    changedTitle: 'Nothing was taken back',
    changed: 'It was changed meanwhile. Below is what is there now.',
  },
  confirmStop: { arrive: 'Confirm arrival', depart: 'Confirm departure' },
  told: {
    arrive: (place: string) => `Arrival at ${place} is recorded.`,
    depart: (place: string) => `Departure from ${place} is recorded.`,
  },
  byHandText: 'Usually the fence around the stop tells this by itself. By hand it needs a reason.',
  reason: 'Reason',
  inWords: 'In your words',
  reasons: {
    signal: 'No position signal here',
    fence: 'The fence lies elsewhere than the site',
    entrance: 'Waiting outside the fence',
    other: 'Another reason',
  },
  happenedEarlier: 'It happened earlier',
  occurredAt: 'When it happened',
  correct: 'Correct the times',
  correctAt: (place: string) => `Correct the times at ${place}`,
  correctText: 'What was told before stays on record; both sides see the correction and its reason.',
  correctWhat: 'What was told wrong',
  correctHint: (told: string, zone: string) => `Told so far: ${told}, in the site’s own time (${zone}).`,
  correctNow: 'Correct it',
  corrected: (place: string) => `The times at ${place} are corrected.`,
  occurredAtHint: (zone: string) => `In the site’s own time (${zone}). It is shown as added later.`,
  proofFile: 'Photo or paper of the delivery',
  positionNote: 'This device’s position goes with the proof if you allow it, else none.',
  confirmDelivery: 'Confirm delivery',
  delivered: 'The delivery is recorded.',
  receivedAt: 'Recorded',
  acceptProof: 'Accept the proof',
  acceptProofTitle: 'Accept the proof and pay?',
  acceptProofText: (carrier: string) =>
    `The escrow is released to ${carrier} at once, less the platform’s fee.`,
  acceptProofConfirm: 'Accept and pay',
  proofAccepted: 'The proof is accepted and the carrier is paid.',
  /** Shown while the platform has the seller suspended. */
  acceptProofWaits: {
    title: 'Accept the proof?',
    text: (carrier: string) =>
      `${carrier} is suspended: the escrow waits until it is reopened, and is then released by itself, less the platform’s fee.`,
    confirm: 'Accept',
    accepted: 'The proof is accepted. The money waits in escrow until the carrier is reopened.',
  },
  cancel: 'Cancel booking',
  cancelTitle: (reference: string) => `Cancel booking ${reference}?`,
  cancelText: 'The escrow goes back to the shipper, the capacity is free again, and the load is open again.',
  cancelled: (reference: string) => `Booking ${reference} is cancelled.`,
  cancelledBecause: (reason: string) => `Cancelled: ${reason}`,

  today: {
    none: 'Nothing to drive',
    noneText: 'When your dispatcher assigns you to a trip with a booking, the next stop appears here.',
    later: 'After that',
    by: 'Be there between',
    arrivedAt: 'You arrived',
    call: (name: string) => `Call ${name}`,
    details: (booking: string) => `Details of ${booking}`,
    sharing: (buyer: string, seller: string) =>
      `From dispatch to delivery, ${buyer} and ${seller} see where the vehicle is.`,
    sharingForAnother: (buyer: string, seller: string) =>
      `From dispatch to delivery, ${buyer}, whom ${buyer} has it carried for, and ${seller} see where the vehicle is.`,
  },

  /** What a driver's phone does without a connection, and the position that it shares. */
  kept: {
    waiting: (n: number) => `Saved here, ${n} to send`,
    saved: 'Saved here. It is sent as soon as the server can be reached.',
    of: (reference: string) => `Booking ${reference}`,
    receivedBy: (name: string) => `received by ${name}`,
    withPhoto: 'with its photo',
    waitsFor: {
      connection: 'Waits for a connection.',
      server: 'Waits for the server to answer.',
      sending: 'Is being sent.',
      order: 'Waits for what was told before it.',
      refused: 'Waits until the one that was refused above is settled.',
    },
    takeBack: 'Take back',
    takenBack: {
      'taken-back': 'Taken back; nothing of it was sent.',
      sent: 'It was sent meanwhile, and can’t be taken back here.',
      unknown: 'Taken back here. It may have arrived before: the booking shows what the server knows.',
    },
    tryAnew: 'Send it again',
    withoutPhoto: 'Send it without the photo',
    letGo: 'Let go of it',
  },

  device: {
    notSaved: (what: string) => `Not saved: ${what}.`,
    fullWays: [
      'Delete photos, videos or apps that you no longer need, then press the button again.',
      'Or keep this screen open and press again when there is a connection: the time can be set under “It happened earlier”.',
    ],
    used: (used: string, quota: string) => `This browser uses ${used} of the ${quota} that it may.`,
    withoutPhoto: 'Save it without the photo',
    ready: 'This screen also opens without a connection.',
    notReady: 'Without a connection this page works only as long as it stays open.',
    install: 'Put LaneRunner on the home screen',
  },

  suspended: {
    sides: 'A side of this booking is suspended',
    party: (name: string) =>
      `The platform has suspended ${name}. This booking stands and goes on; nothing new can be agreed with it.`,
    waits: 'The money waits in escrow until the seller is reopened, and is then released by itself.',
  },
};

export type Words = typeof en;

export const words = translated('features/bookings/words', en);
