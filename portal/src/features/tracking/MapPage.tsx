import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { Link } from 'react-router';
import { live, type LivePosition } from '@/api/live';
import { queries } from '@/api/queries';
import type { Page, Position, Whereabouts } from '@/api/types';
import { Freshness } from '@/components/Freshness';
import { MapView, type MapContent } from '@/components/map/MapView';
import { PageHeader } from '@/components/PageHeader';
import { EmptyState, Loaded } from '@/components/States';
import { StatusPill } from '@/components/StatusPill';
import { terms } from '@/words/terms';
import { words as w } from './words';
import { shell } from './words/shell';

/** Everything on the road at once; what the map shows the list says too. */
export function MapPage() {
  const moving = useQuery(queries.onTheRoad());
  return (
    <>
      <PageHeader title={shell.map} />
      <Loaded query={moving}>
        {(page) =>
          page.items.length === 0 ? <EmptyState title={w.none} text={w.noneText} /> : <Moving page={page} />
        }
      </Loaded>
    </>
  );
}

/** The latest position of each booking: the one that was read, or what was told since. */
function useLatest(): (booking: Whereabouts) => Position | null {
  const [told, setTold] = useState<Record<string, LivePosition>>({});
  useEffect(
    () => live.watchAll((position) => setTold((before) => ({ ...before, [position.bookingId]: position }))),
    [],
  );
  return useCallback(
    ({ bookingId, position }) => {
      const fresh = told[bookingId];
      return fresh && (!position || Date.parse(fresh.at) > Date.parse(position.at)) ? fresh : position;
    },
    [told],
  );
}

function Moving({ page }: { page: Page<Whereabouts> }) {
  const bookings = page.items;
  const latest = useLatest();
  const content: MapContent = useMemo(
    () => ({
      stops: bookings.flatMap((booking) => booking.stops.map((stop) => ({ ...stop, radiusMeters: null }))),
      planned: bookings.map((booking) => booking.stops),
      driven: [],
      vehicles: bookings.flatMap((booking) => {
        const position = latest(booking);
        return position ? [{ ...position, name: booking.vehicle ?? booking.reference }] : [];
      }),
    }),
    [bookings, latest],
  );
  return (
    <div className="grid items-start gap-6 pair:grid-cols-[20rem_1fr]">
      <div className="order-2 flex flex-col gap-3 pair:order-1">
        {page.next && <p className="text-secondary">{w.newest(bookings.length)}</p>}
        <ul aria-label={w.listed} className="flex flex-col gap-3">
          {bookings.map((booking) => (
            <Row key={booking.bookingId} booking={booking} latest={latest(booking)} />
          ))}
        </ul>
      </div>
      <div className="order-1 pair:order-2">
        <MapView content={content} label={w.title} tall />
      </div>
    </div>
  );
}

function Row({ booking, latest }: { booking: Whereabouts; latest: Position | null }) {
  return (
    <li className="panel relative p-3">
      <Link className="link font-semibold after:absolute after:inset-0" to={`/bookings/${booking.bookingId}`}>
        {booking.reference}
      </Link>
      <p>{terms.lane(booking.stops[0]?.name ?? '', booking.stops[booking.stops.length - 1]?.name ?? '')}</p>
      <p className="mt-1 flex flex-wrap items-center gap-2">
        <StatusPill status={booking.status} />
        {latest ? <Freshness at={latest.at} /> : <span className="text-secondary">{w.noPosition}</span>}
      </p>
    </li>
  );
}
