import type {
  Balance,
  Booking,
  Contest,
  Driver,
  Load,
  Me,
  Offer,
  QueuedContest,
  Trip,
  Vehicle,
} from '@/api/types';
import { money } from '@/components/units';
import { home } from '@/words/home';
import { terms } from '@/words/terms';

export interface Task {
  key: string;
  title: string;
  verb: string;
  to: string;
  deadline?: string;
  /** What comes by itself then; that it is to be done by then if left out. */
  then?: string;
  zone?: string;
  /** None where somebody else has the turn: it is under way, and nothing to do. */
  urgency?: 'now' | 'soon' | 'whenever';
}

export type Urgency = NonNullable<Task['urgency']>;

export interface Known {
  offers?: Offer[];
  /** Whose acceptance failed for want of the buyer's money, whoever made them. */
  unfunded?: Offer[];
  bookings?: Booking[];
  loads?: Load[];
  trips?: Trip[];
  drivers?: Driver[];
  vehicles?: Vehicle[];
  balances?: Balance[];
  contests?: Contest[];
  /** What waits for an administrator, the oldest first. */
  toDecide?: { items: QueuedContest[]; next: string | null };
}

const w = home.tasks;
const hour = 3_600_000;

function urgency(deadline: string | null | undefined, now: number): Urgency {
  if (!deadline) return 'whenever';
  const left = Date.parse(deadline) - now;
  return left < 4 * hour ? 'now' : left < 48 * hour ? 'soon' : 'whenever';
}

/** Those whose money is awaited stand among what is to be funded. */
function ofOffers(known: Known, me: Me, now: number): Task[] {
  return (known.offers ?? [])
    .filter((offer) => !offer.unfunded || isBuying(offer, me) === offer.unfunded.covered)
    .map((offer) => ({
      key: offer.id,
      title: w.offer(offer.loadReference, money(offer.price)),
      verb: w.answer,
      to: `/offers`,
      deadline: offer.expiresAt ?? undefined,
      urgency: urgency(offer.expiresAt, now),
    }));
}

function isBuying(offer: Pick<Offer, 'buyerOrganisationId'>, me: Me): boolean {
  return offer.buyerOrganisationId === me.organisation?.id;
}

/** To who buys until the money is there, to who sells from then on; or until the offer has ended. */
function ofFunding(known: Known, me: Me): Task[] {
  return (known.unfunded ?? []).flatMap(
    ({ id, loadId, loadReference, counterpart, expiresAt, ...offer }): Task[] => {
      const buying = isBuying(offer, me);
      const own = offer.direction === 'RECEIVED';
      const { covered = true, lacking = null } = offer.unfunded ?? {};
      if (buying === covered) return [];
      const who = counterpart.name ?? terms.traders.private;
      return [
        {
          key: `funding/${id}`,
          title: !buying
            ? w.covered(loadReference)
            : lacking
              ? (own ? w.unfundedOwn : w.unfunded)(who, loadReference, money(lacking))
              : (own ? w.unfundedOwnWhole : w.unfundedWhole)(who, loadReference),
          verb: buying ? w.addMoney : w.acceptAgain,
          to: !buying ? '/offers' : me.permissions.includes('wallet.top-up') ? '/wallet' : `/loads/${loadId}`,
          deadline: expiresAt ?? undefined,
          urgency: 'now',
        },
      ];
    },
  );
}

function ofBookings(known: Known, me: Me, now: number): Task[] {
  return (known.bookings ?? []).flatMap((booking): Task[] => {
    const to = `/bookings/${booking.id}`;
    const first = booking.stops[0];
    const last = booking.stops[booking.stops.length - 1];
    const selling = booking.seller.id === me.organisation?.id;
    if (booking.actions.includes('accept-proof')) {
      const due = booking.seller.suspended ? undefined : (booking.releaseDueAt ?? undefined);
      const urgent = urgency(due, now);
      return [
        {
          key: to,
          title: w.proof(booking.reference),
          verb: w.check,
          to,
          deadline: due,
          then: due && w.paysItself(booking.seller.name),
          urgency: urgent,
        },
      ];
    }
    if (booking.actions.includes('cover')) {
      const deadline = first?.window.end;
      return [
        {
          key: to,
          title: w.cover(booking.reference),
          verb: w.coverVerb,
          to,
          deadline,
          zone: first?.place.zone,
          urgency: urgency(deadline, now),
        },
      ];
    }
    if (selling && booking.tripId && booking.status === 'CONFIRMED' && !(booking.driver && booking.vehicle)) {
      const deadline = first?.window.end;
      return [
        {
          key: to,
          title: w.assign(booking.reference),
          verb: w.assignVerb,
          to: `/trips/${booking.tripId}`,
          deadline,
          zone: first?.place.zone,
          urgency: urgency(deadline, now),
        },
      ];
    }
    if (selling && booking.actions.includes('dispatch')) {
      const deadline = first?.window.end;
      const zone = first?.place.zone;
      const urgent = urgency(deadline, now);
      return [
        {
          key: to,
          title: w.dispatch(booking.reference),
          verb: w.dispatchVerb,
          to,
          deadline,
          zone,
          urgency: urgent,
        },
      ];
    }
    const under = booking.stops.find((stop) => !stop.departedAt) ?? last;
    const late = under && !under.arrivedAt && Date.parse(under.window.end) < now;
    if (late && !['DELIVERED', 'CONTESTED', 'SETTLED', 'REFUNDED', 'CANCELLED'].includes(booking.status)) {
      const deadline = under.window.end;
      return [
        {
          key: to,
          title: w.late(booking.reference, under.place.name),
          verb: w.look,
          to,
          deadline,
          zone: under.place.zone,
          urgency: 'now',
        },
      ];
    }
    return [];
  });
}

/** Both sides of a contest know who is to do what next, and what comes without it. */
function ofContests(known: Known, me: Me, now: number): Task[] {
  return (known.contests ?? []).map((contest): Task => {
    const to = `/bookings/${contest.bookingId}`;
    const key = `contest ${contest.id}`;
    const other = contest.seller.id === me.organisation?.id ? contest.buyer.name : contest.seller.name;
    const deadline = contest.answerDueAt;
    if (contest.status === 'AWAITING_DECISION')
      return {
        key,
        title: w.contestDecides(contest.bookingReference),
        verb: w.look,
        to,
      };
    if (contest.actions.includes('answer'))
      return {
        key,
        title: w.contestAnswer(contest.bookingReference, other),
        verb: w.answerContest,
        to,
        deadline,
        then: w.answerBy,
        urgency: urgency(deadline, now),
      };
    return contest.seller.id === me.organisation?.id
      ? {
          key,
          title: w.contestAnswerOfOwn(contest.bookingReference, other),
          verb: w.look,
          to,
          deadline,
          then: w.answerBy,
        }
      : {
          key,
          title: w.contestWaits(contest.bookingReference, other),
          verb: w.look,
          to,
          deadline,
          then: w.decidesItself,
        };
  });
}

function toDecide({ toDecide: queue }: Known): Task[] {
  const oldest = queue?.items[0];
  if (!queue || !oldest) return [];
  return [
    {
      key: 'contests',
      title: w.contestsToDecide(queue.items.length, queue.next !== null),
      verb: w.decide,
      to: '/admin/contests',
      deadline: oldest.contested.saidAt,
      then: w.oldestContest,
      urgency: 'now',
    },
  ];
}

function ofLoads(known: Known, now: number): Task[] {
  return (known.loads ?? []).flatMap((load): Task[] => {
    const to = `/loads/${load.id}`;
    const first = load.stops[0];
    const deadline = first?.window.end;
    const zone = first?.place.zone;
    if (load.status === 'DRAFT')
      return [{ key: to, title: w.draft(load.reference), verb: w.finish, to, urgency: 'whenever' }];
    if (load.status !== 'OPEN' || (known.offers ?? []).some((offer) => offer.loadId === load.id)) return [];
    const urgent = urgency(deadline, now);
    return [
      { key: to, title: w.uncovered(load.reference), verb: w.match, to, deadline, zone, urgency: urgent },
    ];
  });
}

function toBegin(known: Known, me: Me): Task[] {
  const broker = me.permissions.includes('carriage.broker');
  const begin: (Task | false)[] = [
    known.balances?.length === 0 && {
      key: 'wallet',
      title: w.wallet,
      verb: w.topUp,
      to: '/wallet',
      urgency: 'whenever',
    },
    known.loads?.length === 0 && {
      key: 'load',
      title: broker ? w.firstLoadOfBroker : w.firstLoad,
      verb: broker ? w.market : terms.loads.post,
      to: broker ? '/loads?scope=market' : '/loads/new',
      urgency: 'whenever',
    },
    known.vehicles?.length === 0 && {
      key: 'vehicle',
      title: w.firstVehicle,
      verb: terms.fleet.addVehicle,
      to: '/fleet/vehicles/new',
      urgency: 'whenever',
    },
    known.drivers?.length === 0 && {
      key: 'driver',
      title: w.firstDriver,
      verb: terms.fleet.addDriver,
      to: '/fleet/drivers/new',
      urgency: 'whenever',
    },
    known.trips?.length === 0 && {
      key: 'trip',
      title: w.firstTrip,
      verb: terms.trips.post,
      to: '/trips/new',
      urgency: 'whenever',
    },
  ];
  return begin.filter((task): task is Task => task !== false);
}

/** Everything that waits for an answer or an act, or is under way, the nearest deadline first, what only begins last. */
export function tasksOf(known: Known, me: Me, now: number): Task[] {
  const at = (task: Task) => (task.deadline ? Date.parse(task.deadline) : Infinity);
  return [
    ...ofOffers(known, me, now),
    ...ofFunding(known, me),
    ...ofBookings(known, me, now),
    ...ofContests(known, me, now),
    ...toDecide(known),
    ...ofLoads(known, now),
    ...toBegin(known, me),
  ].sort((a, b) => (at(a) === at(b) ? 0 : at(a) - at(b)));
}
