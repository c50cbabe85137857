import { useSearchParams } from 'react-router';
import type { Load } from '@/api/types';
import { legName } from '@/components/legs';
import { MakeOffer } from '@/features/deals/MakeOffer';
import { OffersOfLoad } from '@/features/deals/Offers';
import { YourOffer } from '@/features/deals/YourOffer';
import { LoadDetail } from '@/features/loads/LoadDetail';
import { TripMatches } from '@/features/matching/Matches';
import { useMe } from '@/shell/me';

/** A load with its offers, its matches, and the forms to offer on it. */
export default function LoadRoute() {
  return <LoadDetail parts={(load, own) => <Parts load={load} own={own} />} />;
}

function Parts({ load, own }: { load: Load; own: boolean }) {
  const me = useMe();
  const [search] = useSearchParams();
  const offering = load.status === 'OPEN' && me.may('offers.make');
  return (
    <>
      {offering && !own && (me.may('trips.post') || me.may('carriage.broker')) && (
        <YourOffer
          load={load}
          preferredTrip={search.get('trip') ?? undefined}
          preferredLeg={search.get('leg') ?? undefined}
        />
      )}
      {me.may('offers.view') && load.status !== 'DRAFT' && <OffersOfLoad load={load} />}
      {own && load.status === 'OPEN' && (
        <TripMatches
          key={load.version}
          loadId={load.id}
          legOf={(legId) => legName(load, legId)}
          action={(tripId, legId) =>
            offering && (
              <MakeOffer
                load={load}
                toTrip={tripId}
                preferredLeg={load.legs.length > 1 ? legId : undefined}
              />
            )
          }
        />
      )}
    </>
  );
}
