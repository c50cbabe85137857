import { translated } from '@/words/language';

type Facts = Partial<Record<string, string>>;

interface Kind {
  /** The name of the kind, where people choose what comes by mail. */
  name: string;
  say: (facts: Facts) => { title: string; text: string };
}

const sentences = (...parts: (string | false | undefined)[]): string => parts.filter(Boolean).join(' ');

const bookings: Record<string, Kind> = {
  'booking-made': {
    name: 'The other side accepted: something is booked',
    say: (f) => ({
      title: `${f.by} booked load ${f.load}: ${f.origin} → ${f.destination}`,
      text: `Booking ${f.booking} stands at ${f.price}.`,
    }),
  },
  'trip-booking-made': {
    name: 'A booking was added to a trip that I drive',
    say: (f) => ({
      title: `New on your trip: ${f.origin} → ${f.destination}`,
      text: `Booking ${f.booking} of load ${f.load} is yours to drive.`,
    }),
  },
  'booking-cancelled': {
    name: 'The other side cancelled a booking',
    say: (f) => ({
      title: `${f.by} cancelled load ${f.load}: ${f.origin} → ${f.destination}`,
      text: sentences(
        `Reason: “${f.reason}”.`,
        f.refunded && `The ${f.refunded} are back in your wallet.`,
        f.paid && `${f.paid} of the price went to the carrier, as the terms of cancellation say.`,
        f.missed && `The ${f.missed} agreed with you are not paid: nothing was loaded yet.`,
        f.compensation && `${f.compensation} are in your wallet, as the terms of cancellation say.`,
      ),
    }),
  },
  'trip-booking-cancelled': {
    name: 'A booking was taken off a trip that I drive',
    say: (f) => ({
      title: `Taken off your trip: ${f.origin} → ${f.destination}`,
      text: `Booking ${f.booking} was cancelled. Reason: “${f.reason}”.`,
    }),
  },
  'booking-dispatched': {
    name: 'The carrier set out',
    say: (f) => ({
      title: `On the way: load ${f.load}, ${f.origin} → ${f.destination}`,
      text: `${f.by} dispatched a vehicle for booking ${f.booking}.`,
    }),
  },
  'booking-dispatch-withdrawn': {
    name: 'The carrier took back that it set out',
    say: (f) => ({
      title: `Not on the way yet: load ${f.load}, ${f.origin} → ${f.destination}`,
      text: `${f.by} took back the dispatch of booking ${f.booking}: it was told by mistake. The booking stands as it was agreed.`,
    }),
  },
  'booking-reassigned': {
    name: 'Another driver or vehicle takes over on the way',
    say: (f) => ({
      title: `Another driver or vehicle for load ${f.load}`,
      text: `${f.by} changed who carries ${f.origin} → ${f.destination}, booking ${f.booking}.`,
    }),
  },
  'booking-suspended': {
    name: 'The platform suspended somebody I have bookings with',
    say: (f) => ({
      title: `${f.by} is suspended`,
      text: sentences(
        `Booking ${f.booking} of load ${f.load} stands and goes on; nothing new can be agreed with them. Until something is loaded you may step back.`,
        f.seller && 'What is due to them waits in escrow.',
        f.buyer && 'Their price lies in escrow, and is released to you as agreed.',
      ),
    }),
  },
  'booking-reopened': {
    name: 'The platform reopened somebody I have bookings with',
    say: (f) => ({
      title: `${f.by} is reopened`,
      text: sentences(
        `Booking ${f.booking} of load ${f.load} goes on as before.`,
        f.seller && 'What waited in escrow is released by itself.',
      ),
    }),
  },
  'booking-delivered': {
    name: 'It was delivered: a proof waits for my word',
    say: (f) => ({
      title: `Delivered: load ${f.load}, ${f.origin} → ${f.destination}`,
      text: `${f.by} gave a proof for booking ${f.booking}. Without your word the ${f.price} are released on ${f.releaseDue}.`,
    }),
  },
  'booking-settled': {
    name: 'The money for a booking arrived',
    say: (f) => ({
      title: `${f.received} arrived for booking ${f.booking}`,
      text: `Load ${f.load}, ${f.origin} → ${f.destination}, for ${f.by} is settled.`,
    }),
  },
  'booking-released': {
    name: 'The escrow was released without my word',
    say: (f) => ({
      title: `${f.price} were released for booking ${f.booking}`,
      text: `The time to look at the proof of load ${f.load} is over: the money went to ${f.by}.`,
    }),
  },
};

const offers: Record<string, Kind> = {
  'offer-received': {
    name: 'I receive an offer',
    say: (f) => ({
      title: `${f.by} offers ${f.price} on ${f.load}: ${f.origin} → ${f.destination}`,
      text: `Open until ${f.until}.`,
    }),
  },
  'offer-countered': {
    name: 'My offer is answered with another price',
    say: (f) => ({
      title: `${f.by} counters with ${f.price} on ${f.load}: ${f.origin} → ${f.destination}`,
      text: `Open until ${f.until}.`,
    }),
  },
  'offer-declined': {
    name: 'My offer is declined',
    say: (f) => ({
      title: `${f.by} declined your offer on ${f.load}: ${f.origin} → ${f.destination}`,
      text: `You had offered ${f.price}.`,
    }),
  },
  'offer-outdone': {
    name: 'Another offer than mine is accepted',
    say: (f) => ({
      title: `Load ${f.load} of ${f.by} went to somebody else: ${f.origin} → ${f.destination}`,
      text: `Your offer of ${f.price} is closed.`,
    }),
  },
  'offer-suspended': {
    name: 'An offer was closed since the other side is suspended',
    say: (f) => ({
      title: `Closed: the offer of ${f.price} on load ${f.load}`,
      text: `The platform has suspended ${f.by}. Nothing can be agreed with it until it is reopened.`,
    }),
  },
  'offer-closed': {
    name: 'A load on which there was an offer is gone',
    say: (f) => ({
      title: `Load ${f.load} of ${f.by} is not to be had any more: ${f.origin} → ${f.destination}`,
      text: `The offer of ${f.price} is closed.`,
    }),
  },
  'offer-expired': {
    name: 'My offer expires unanswered',
    say: (f) => ({
      title: `Your offer on ${f.load} expired: ${f.origin} → ${f.destination}`,
      text: `${f.by} did not answer the ${f.price} in time.`,
    }),
  },
  'offer-unfunded': {
    name: 'My wallet does not cover what somebody accepts',
    say: (f) => ({
      title: `${f.by} wanted to accept ${f.price}, and your wallet did not cover it: ${f.load}, ${f.origin} → ${f.destination}`,
      text: `Add the money: the offer stands until ${f.until}.`,
    }),
  },
  'offer-own-unfunded': {
    name: 'Our wallet does not cover what a colleague accepts',
    say: (f) => ({
      title: `Your wallet did not cover ${f.price}: ${f.load}, ${f.origin} → ${f.destination}`,
      text: `A colleague wanted to accept the offer with ${f.by}. Add the money: it stands until ${f.until}.`,
    }),
  },
  'offer-withdrawn': {
    name: 'An offer to me is withdrawn',
    say: (f) => ({
      title: `${f.by} withdrew the offer on ${f.load}: ${f.origin} → ${f.destination}`,
      text: `It was ${f.price}.`,
    }),
  },
};

/** Says that the money goes to the seller at once, or that it waits while the platform has the seller suspended. */
const paid = (f: Facts) =>
  f.received
    ? `The ${f.received} go to your wallet.`
    : f.waits && `The ${f.waits} that are yours wait in escrow until your organisation is reopened.`;

const contests: Record<string, Kind> = {
  'contest-opened': {
    name: 'A delivery of mine is contested',
    say: (f) => ({
      title: `${f.by} contests the delivery of booking ${f.booking}`,
      text: `The ${f.price} stay held. Answer until ${f.until}; without an answer an administrator decides.`,
    }),
  },
  'contest-answered': {
    name: 'The carrier answered my contest',
    say: (f) => ({
      title: `${f.by} answered your contest of booking ${f.booking}`,
      text: `An administrator now decides who gets the ${f.price}.`,
    }),
  },
  'contest-unanswered': {
    name: 'My contest was not answered in time',
    say: (f) => ({
      title: `${f.by} did not answer your contest of booking ${f.booking}`,
      text: `An administrator now decides who gets the ${f.price}.`,
    }),
  },
  'contest-answer-missed': {
    name: 'The time to answer a contest is over',
    say: (f) => ({
      title: `Your time to answer the contest of booking ${f.booking} is over`,
      text: `An administrator decides who gets the ${f.price}. Until that is done an answer to ${f.by} still counts.`,
    }),
  },
  'contest-withdrawn': {
    name: 'A contest was taken back',
    say: (f) => ({
      title: `${f.by} accepts the delivery of booking ${f.booking} after all`,
      text: sentences(paid(f)),
    }),
  },
  'contest-conceded': {
    name: 'The carrier gave in to my contest',
    say: (f) => ({
      title: `${f.by} gives the money for booking ${f.booking} back`,
      text: `The whole ${f.price} are back in your wallet.`,
    }),
  },
  'contest-decided': {
    name: 'An administrator decided a contest',
    say: (f) => ({
      title: `The contest with ${f.by} about booking ${f.booking} is decided`,
      text: sentences(
        `Reason: “${f.reason}”.`,
        f.refunded && `The whole ${f.refunded} are back in your wallet.`,
        f.lost && `The ${f.lost} go to the carrier.`,
        paid(f),
        f.missed && `The ${f.missed} are not paid: the whole price goes back to the shipper.`,
      ),
    }),
  },
};

const loads: Record<string, Kind> = {
  'load-expired': {
    name: 'A load of ours expires',
    say: (f) => ({
      title: `Load ${f.load} expired: ${f.origin} → ${f.destination}`,
      text: 'Nobody carries it: the time of its delivery is over.',
    }),
  },
};

const trips: Record<string, Kind> = {
  'trip-assigned': {
    name: 'A trip is mine to drive',
    say: (f) => ({
      title: `Your trip: ${f.origin} → ${f.destination}`,
      text: `Trip ${f.trip} starts on ${f.starts}.`,
    }),
  },
  'trip-vehicle-changed': {
    name: 'I drive a trip with another vehicle',
    say: (f) => ({
      title: `Another vehicle for your trip ${f.origin} → ${f.destination}`,
      text: sentences(`Trip ${f.trip}.`, f.vehicle && `It is ${f.vehicle}.`),
    }),
  },
  'trip-taken-away': {
    name: 'Somebody else drives a trip of mine',
    say: (f) => ({
      title: `Not yours any more: trip ${f.origin} → ${f.destination}`,
      text: `Somebody else drives trip ${f.trip} from now on.`,
    }),
  },
  'trip-cancelled': {
    name: 'A trip of mine is cancelled',
    say: (f) => ({
      title: `Cancelled: trip ${f.origin} → ${f.destination}`,
      text: `Trip ${f.trip} would have started on ${f.starts}.`,
    }),
  },
};

const money: Record<string, Kind> = {
  'money-arrived': {
    name: 'Money is put into our wallet',
    say: (f) => ({ title: `${f.amount} arrived in the wallet`, text: '' }),
  },
};

const members: Record<string, Kind> = {
  'member-joined': {
    name: 'Somebody joins our organisation',
    say: (f) => ({
      title: `Somebody joined ${f.organisation}`,
      text: 'The list of members says who, and with which roles.',
    }),
  },
};

const account: Record<string, Kind> = {
  'link-handed-over': {
    name: 'An administrator was handed a link into my account',
    say: () => ({
      title: 'An administrator was handed a link that sets a new password for you',
      text: 'If you did not ask for help, ask whoever runs the platform why, and look at your sessions.',
    }),
  },
};

const kinds: Record<string, Kind> = {
  ...bookings,
  ...contests,
  ...offers,
  ...loads,
  ...trips,
  ...money,
  ...members,
  ...account,
};

const groups: Partial<Record<string, string>> = {
  bookings: 'Bookings',
  disputes: 'Contested deliveries',
  deals: 'Offers',
  loads: 'Loads',
  trips: 'Trips that I drive',
  ledger: 'Money',
  identity: 'Organisation',
};

/** What people are told, by kind of notice. */
const en = {
  kinds,
  kindName: (kind: string) => kinds[kind]?.name ?? kind,
  group: (group: string) => groups[group] ?? group,
};

export type Words = typeof en;

export const notices = translated('features/notifications/words/kinds', en);
