import { useQueries } from '@tanstack/react-query';
import { queries } from '@/api/queries';
import type { Load, Trip } from '@/api/types';

const mostAsked = 5;

/** The one trip of the organisation that matching finds for the load. Null where none fits, or where several do and a person must choose. */
export function useFittingTrip(load: Load, legId: string, trips: Trip[]): string | null {
  const candidates = trips.filter((trip) => trip.equipment === load.equipment && isMeanwhile(trip, load));
  return useQueries({
    // With many trips none is asked about, since a trip that was left out could fit as well.
    queries:
      candidates.length > mostAsked ? [] : candidates.map((trip) => queries.matchesForTrip(trip.id, 100)),
    combine: (matches) => {
      if (matches.some((each) => !each.data)) return null;
      const fitting = candidates.filter((_, index) =>
        matches[index]?.data?.items.some(
          (match) => match.load?.id === load.id && (!legId || match.legId === legId),
        ),
      );
      return fitting.length === 1 ? fitting[0]!.id : null;
    },
  });
}

function isMeanwhile(trip: Trip, load: Load): boolean {
  const begins = load.stops[0]?.window.start;
  const ends = load.stops[load.stops.length - 1]?.window.end;
  return (
    (!ends || Date.parse(trip.startsAt) <= Date.parse(ends)) &&
    (!begins || Date.parse(trip.endsAt) >= Date.parse(begins))
  );
}
