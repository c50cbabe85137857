import { LoadMatches } from '@/features/matching/Matches';
import { TripDetail } from '@/features/trips/TripDetail';
import { useMe } from '@/shell/me';

/** A trip. A person who may make offers also sees the loads that it could carry. */
export default function TripRoute() {
  const me = useMe();
  return (
    <TripDetail
      parts={(trip, own) =>
        own &&
        me.may('offers.make') &&
        (trip.status === 'PLANNED' || trip.status === 'IN_PROGRESS') && (
          <LoadMatches key={trip.version} tripId={trip.id} />
        )
      }
    />
  );
}
