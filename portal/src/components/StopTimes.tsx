import type { BookingStop } from '@/api/types';
import { road } from '@/words/road';
import { terms } from '@/words/terms';
import { Punctual } from './PunctualText';
import { SiteTime, WindowText } from './SiteTime';
import { Pill } from './StatusPill';

const w = road.bookings;

/** Planned time beside actual time, with the difference, the source, and whether it was told later. */
export function StopTimes({ stop }: { stop: BookingStop }) {
  const zone = stop.place.zone;
  return (
    <>
      <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-4 gap-y-2">
        <dt className="text-secondary">{w.planned}</dt>
        <dd>
          <WindowText window={stop.window} />
        </dd>
        <dt className="text-secondary">{w.arrived}</dt>
        <dd>
          {stop.arrivedAt ? (
            <>
              <SiteTime instant={stop.arrivedAt} zone={zone} />
              <Punctual at={stop.arrivedAt} window={stop.window} />
              <Source source={stop.arrivalSource} reason={stop.arrivalReason} />
              {stop.arrivedAlreadyThere && <Pill tone="info">{w.alreadyThere}</Pill>}
            </>
          ) : (
            terms.none
          )}
        </dd>
        <dt className="text-secondary">{w.departed}</dt>
        <dd>
          {stop.departedAt ? (
            <>
              <SiteTime instant={stop.departedAt} zone={zone} />
              <Source source={stop.departureSource} reason={stop.departureReason} />
            </>
          ) : (
            terms.none
          )}
        </dd>
      </dl>
      {stop.addedLater && <Pill tone="warning">{w.addedLater}</Pill>}
    </>
  );
}

function Source({ source, reason }: { source: BookingStop['arrivalSource']; reason: string | null }) {
  if (!source) return null;
  return (
    <span className="block text-secondary">
      {reason ? w.sourceWhy(w.sources[source], reason) : w.sources[source]}
    </span>
  );
}
