import type { Offer, OfferStatus } from '@/api/types';
import { CapacityText, Quantity } from '@/components/Figures';
import { Facts } from '@/components/PageHeader';
import { SiteTime, WindowText } from '@/components/SiteTime';
import { TraderLine } from '@/components/TraderLine';
import { legOf } from '@/components/legs';
import { useUnits } from '@/components/units';
import { useMe } from '@/shell/me';
import { terms } from '@/words/terms';
import { words as w } from './words';

/** The terms of an offer and the other party. They are shown in the list of offers, and again before the offer binds. */
export function OfferFacts({ offer, legName = legOf(offer) }: { offer: Offer; legName?: string | null }) {
  const me = useMe();
  const selling = offer.sellerOrganisationId === me.organisation?.id;
  const { leg, trip } = offer;
  const withoutTrip = offer.brokered ? w.byAnother : tripWithout[offer.status];
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <TraderLine trader={offer.counterpart} label={selling ? w.withBuyer : w.withSeller} />
      {legName && <p className="font-semibold">{legName}</p>}
      <Facts
        items={[
          ...(leg
            ? [
                { term: w.lane, value: terms.lane(leg.origin.name, leg.destination.name) },
                {
                  term: w.distance,
                  value: <Quantity of="distance" value={leg.distanceMeters} />,
                },
                { term: terms.loads.pickup, value: <WindowText window={leg.pickup} /> },
                { term: w.delivery, value: <WindowText window={leg.delivery} /> },
                {
                  term: terms.loads.equipment,
                  value: terms.dotted([terms.equipment[leg.equipment], terms.mode[leg.mode]]),
                },
                { term: terms.loads.cargo, value: <CapacityText value={leg.cargo} /> },
              ]
            : []),
          ...(trip
            ? [
                {
                  term: w.trip,
                  value: (
                    <>
                      <span className="block">
                        {w.tripChoice(trip.reference, trip.origin.name, trip.destination.name)}
                      </span>
                      <span className="block">
                        <SiteTime instant={trip.startsAt} zone={trip.origin.zone} />
                      </span>
                      {trip.room && (
                        <span className="block text-secondary">
                          {w.room} <CapacityText value={trip.room} />
                        </span>
                      )}
                    </>
                  ),
                },
                {
                  term: terms.fleet.vehicle,
                  value: (
                    <>
                      {terms.equipment[trip.equipment]} · <CapacityText value={trip.capacity} />
                    </>
                  ),
                },
              ]
            : withoutTrip
              ? [{ term: w.trip, value: withoutTrip }]
              : []),
        ]}
      />
    </div>
  );
}

/** For an offer that names no trip: what becomes or became of the trip. Nothing is said for an offer that came to nothing. */
const tripWithout: Partial<Record<OfferStatus, string>> = {
  OPEN: w.tripToMake,
  ACCEPTED: w.tripMade,
};

/** "USD 2.10 per mi of road, estimated"; null for an offer without a distance. */
export function usePerDistance(): (offer: Offer) => string | null {
  const units = useUnits();
  return (offer) => {
    const per = offer.leg && units.perDistance(offer.price, offer.leg.distanceMeters);
    return per ? w.perRoad(per) : null;
  };
}
