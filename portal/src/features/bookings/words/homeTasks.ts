import { translated } from '@/words/language';

/** Words for the tasks that home lists. */
const en = {
  proof: (booking: string) => `Booking ${booking} was delivered: check the proof and release the payment`,
  check: 'Check the proof',
  paysItself: (carrier: string) => `The money goes to ${carrier} by itself on`,
  cover: (booking: string) => `Booking ${booking} has no carrier yet`,
  coverVerb: 'Find one',
  assign: (booking: string) => `Booking ${booking} has no driver or vehicle yet`,
  assignVerb: 'Assign them',
  dispatch: (booking: string) => `Booking ${booking} is ready to be dispatched`,
  dispatchVerb: 'Dispatch it',
  late: (booking: string, place: string) => `Booking ${booking} is late at ${place}`,
  look: 'Look at it',
};

export type Words = typeof en;

export const homeTasks = translated('features/bookings/words/homeTasks', en);
