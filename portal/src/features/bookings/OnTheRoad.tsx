import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { queries } from '@/api/queries';
import { WindowText } from '@/components/SiteTime';
import { Pill, RiskPill, StatusPill } from '@/components/StatusPill';
import { useNow } from '@/components/useNow';
import { useMe } from '@/shell/me';
import { nextStop, riskOf } from './progress';
import { Punctual } from '@/components/PunctualText';
import { sideOf } from './sides';
import { words } from './words';

const w = words.onTheRoad;
const moving = new Set(['DISPATCHED', 'AT_PICKUP', 'IN_TRANSIT', 'AT_DELIVERY']);

/** The bookings between dispatch and delivery, with their next stop. Nothing is shown while nothing moves. */
export function OnTheRoad() {
  const now = useNow(60_000);
  const me = useMe();
  const may = me.organisation !== null && me.may('bookings.view');
  const bookings = useQuery({ ...queries.bookings({ limit: 100 }), enabled: may });
  const onTheRoad = (bookings.data?.items ?? []).filter((booking) => moving.has(booking.status));
  if (onTheRoad.length === 0) return null;
  return (
    <section aria-labelledby="on-the-road" className="mt-8 max-w-4xl">
      <h2 id="on-the-road" className="mb-3 text-base">
        {w.title(onTheRoad.length)}
      </h2>
      <ul className="flex flex-col gap-3">
        {onTheRoad.map((booking) => {
          const next = nextStop(booking);
          const risk = riskOf(booking, now);
          return (
            <li
              key={booking.id}
              className="panel relative flex flex-wrap items-center gap-x-4 gap-y-2 p-4 hover:bg-hover"
            >
              <div className="min-w-0 flex-1 basis-64">
                <Link
                  className="link font-semibold after:absolute after:inset-0"
                  to={`/bookings/${booking.id}`}
                >
                  {booking.reference}
                </Link>
                {next && (
                  <p className="text-secondary">
                    {next.arrivedAt ? w.at(next.place.name) : w.towards(next.place.name)}{' '}
                    <WindowText window={next.window} />
                    {next.arrivedAt && <Punctual at={next.arrivedAt} window={next.window} />}
                  </p>
                )}
              </div>
              <span className="inline-flex flex-wrap gap-1">
                <StatusPill status={booking.status} />
                {sideOf(booking, me) && <Pill tone="neutral">{sideOf(booking, me)}</Pill>}
                {risk && <RiskPill risk={risk} />}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
