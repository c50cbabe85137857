import type { Leg, Load, Offer } from '@/api/types';
import { terms } from '@/words/terms';

type Way = Pick<Load, 'legs' | 'stops'>;

/** The leg's first and last place. */
export function laneOf(load: Way, leg: Leg): string {
  return terms.lane(load.stops[leg.fromStop]?.place.name ?? '', load.stops[leg.toStop]?.place.name ?? '');
}

/** "Leg 2 of 2"; null where the load has one leg, or was divided in another way since the offer. */
export function legOf(offer: Offer): string | null {
  return offer.legCount !== null && offer.legSequence !== null && offer.legCount > 1
    ? terms.loads.legOf(offer.legSequence + 1, offer.legCount)
    : null;
}

/** "Leg 2: Denver → Salt Lake City"; null where the load has one leg, which needs no name. */
export function legName(load: Way, legId: string): string | null {
  const leg = load.legs.length > 1 && load.legs.find((each) => each.id === legId);
  return leg ? terms.loads.leg(leg.sequence + 1, laneOf(load, leg)) : null;
}
