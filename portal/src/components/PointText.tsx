import type { Place, Stop } from '@/api/types';
import { sites } from '@/words/sites';
import { degrees, type Point } from './coordinates';
import { useUnits } from './units';

const w = sites.points;

/** How exactly the stop's place is known, and what follows: the fence tells an arrival, or a person must tell it. */
export function PointText({
  place,
  point,
  radiusMeters,
}: {
  place: Place;
  point?: Point | null;
  /** Of the fence; null or left out where there is none. */
  radiusMeters?: number | null;
}) {
  const units = useUnits();
  const radius = radiusMeters ? units.show('radius', radiusMeters) : null;
  if (point) {
    return (
      <span className="figures block text-secondary">
        {radius ? w.point(degrees(point), radius) : w.pointAlone(degrees(point))}
      </span>
    );
  }
  return radius ? (
    <span className="block text-secondary">{w.oldFence(radius)}</span>
  ) : (
    <span className="block text-warning">{w.cityOnly(place.id.startsWith('zip:'))}</span>
  );
}

/** The same for a stop of an agreement. A reader of the market, who may not know the point, is shown nothing. */
export function StopWhere({ stop }: { stop: Pick<Stop, 'place' | 'precision' | 'fence'> }) {
  if (!stop.precision) return null;
  return (
    <PointText
      place={stop.place}
      point={stop.precision === 'POINT' ? stop.place : null}
      radiusMeters={stop.fence?.radiusMeters}
    />
  );
}
