import type { Leg, Stop } from '@/api/types';
import { terms } from '@/words/terms';
import { placeName } from './placeName';
import { StopWhere } from './PointText';
import { WindowText } from './SiteTime';

/** The stops of a load in order, with what the reader may know about each. */
export function Stops({ stops, legs = [] }: { stops: Stop[]; legs?: Leg[] }) {
  const begins = (stop: Stop) => legs.find((leg) => leg.sequence > 0 && leg.fromStop === stop.sequence);
  return (
    <ol className="flex flex-col gap-4">
      {stops.map((stop) => (
        <li key={stop.sequence} className="border-l-2 border-control pl-3">
          {begins(stop) && (
            <p className="mb-2 font-semibold text-info">{terms.loads.handover(begins(stop)!.sequence + 1)}</p>
          )}
          <p className="text-xs text-secondary">{terms.stopKind[stop.kind]}</p>
          <p className="font-semibold">{placeName(stop.place)}</p>
          {stop.address && <p>{stop.address}</p>}
          <StopWhere stop={stop} />
          {(stop.contactName || stop.contactPhone) && (
            <p className="text-secondary">
              {terms.dotted(
                [stop.contactName, stop.contactPhone].filter((part): part is string => Boolean(part)),
              )}
            </p>
          )}
          <p>
            <WindowText window={stop.window} />
          </p>
        </li>
      ))}
    </ol>
  );
}
