import { count } from '@/words/counting';
import { translated } from '@/words/language';

/** What waits for somebody. */
const en = {
  greeting: (name: string) => `Good to see you, ${name}`,
  waiting: (n: number) => count(n, 'One thing waits for you', `${n} things wait for you`),
  list: 'Tasks',
  underWay: 'Under way, with others to act',
  by: 'By',
  none: 'Nothing waits for you',
  noneText: 'New offers, deliveries and deadlines appear here as they come.',
  urgency: { now: 'Now', soon: 'Within 48 hours', whenever: 'When you can' },
  tasks: {
    offer: (load: string, price: string) => `An offer of ${price} on load ${load} waits for your answer`,
    answer: 'Answer it',
    unfunded: (name: string, load: string, lacks: string) =>
      `${name} wanted to accept your offer on load ${load}: your wallet is ${lacks} short`,
    unfundedWhole: (name: string, load: string) =>
      `${name} wanted to accept your offer on load ${load}: your wallet did not cover it`,
    unfundedOwn: (name: string, load: string, lacks: string) =>
      `The offer of ${name} on load ${load} could not be accepted: your wallet is ${lacks} short`,
    unfundedOwnWhole: (name: string, load: string) =>
      `The offer of ${name} on load ${load} could not be accepted: your wallet did not cover it`,
    addMoney: 'Add money',
    covered: (load: string) => `The money for load ${load} is there now: accept it again`,
    acceptAgain: 'Try again',
    proof: (booking: string) => `Booking ${booking} was delivered: check the proof and release the payment`,
    check: 'Check the proof',
    paysItself: (carrier: string) => `The money goes to ${carrier} by itself on`,
    contestAnswer: (booking: string, shipper: string) =>
      `${shipper} contests the delivery of booking ${booking}: the money waits for your answer`,
    contestAnswerOfOwn: (booking: string, shipper: string) =>
      `${shipper} contests the delivery of booking ${booking}: a dispatcher of yours answers`,
    answerContest: 'Answer',
    answerBy: 'Answer by',
    contestWaits: (booking: string, carrier: string) =>
      `You contest the delivery of booking ${booking}: waiting for ${carrier}’s answer`,
    decidesItself: 'Without an answer it goes to an administrator by itself on',
    contestDecides: (booking: string) => `The contest of booking ${booking}: an administrator decides`,
    contestsToDecide: (n: number, more: boolean) =>
      more
        ? `More than ${n} contested bookings wait for a decision`
        : count(
            n,
            'One contested booking waits for a decision',
            `${n} contested bookings wait for a decision`,
          ),
    oldestContest: 'The oldest since',
    decide: 'Decide',
    cover: (booking: string) => `Booking ${booking} has no carrier yet`,
    coverVerb: 'Find one',
    assign: (booking: string) => `Booking ${booking} has no driver or vehicle yet`,
    assignVerb: 'Assign them',
    dispatch: (booking: string) => `Booking ${booking} is ready to be dispatched`,
    dispatchVerb: 'Dispatch it',
    late: (booking: string, place: string) => `Booking ${booking} is late at ${place}`,
    look: 'Look at it',
    draft: (load: string) => `Load ${load} is still a draft`,
    finish: 'Finish it',
    uncovered: (load: string) => `Load ${load} is open and has no offer to answer`,
    match: 'Find a trip',
    wallet: 'Your wallet is empty: a booking needs its price there',
    topUp: 'Top up',
    firstLoad: 'You have no load yet',
    firstLoadOfBroker: 'You have no load yet: post one, or sell carriage to the loads on the market',
    market: 'Look on the market',
    firstVehicle: 'You have no vehicle yet: a booking needs one before dispatch',
    firstDriver: 'You have no driver yet: a booking needs one before dispatch',
    firstTrip: 'You have no trip yet: post one to be matched with loads',
  },
};

export type Words = typeof en;

export const home = translated('words/home', en);
