import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { Link } from 'react-router';
import { queries } from '@/api/queries';
import type { Booking, Position } from '@/api/types';
import { Freshness } from '@/components/Freshness';
import { MapView, type MapContent } from '@/components/map/MapView';
import { PageHeader } from '@/components/PageHeader';
import { EmptyState, Loaded } from '@/components/States';
import { StatusPill } from '@/components/StatusPill';
import { shell } from './words/shell';
import { terms } from '@/words/terms';
import { useTrack } from './BookingMap';
import { words as w } from './words';

const onTheRoad = new Set(['DISPATCHED', 'AT_PICKUP', 'IN_TRANSIT', 'AT_DELIVERY']);

/** Everything on the road at once; what the map shows the list says too. */
export function MapPage() {
  const bookings = useQuery(queries.bookings({ limit: 100 }));
  return (
    <>
      <PageHeader title={shell.map} />
      <Loaded query={bookings}>
        {(page) => {
          const moving = page.items.filter((booking) => onTheRoad.has(booking.status));
          return moving.length === 0 ? (
            <EmptyState title={w.none} text={w.noneText} />
          ) : (
            <Moving bookings={moving} />
          );
        }}
      </Loaded>
    </>
  );
}

function Moving({ bookings }: { bookings: Booking[] }) {
  const [latest, setLatest] = useState<Record<string, Position>>({});
  const tell = useCallback(
    (id: string, position: Position) => setLatest((before) => ({ ...before, [id]: position })),
    [],
  );
  const content: MapContent = useMemo(
    () => ({
      stops: bookings.flatMap((booking) =>
        booking.stops.map((stop) => ({ ...stop.place, radiusMeters: null })),
      ),
      planned: bookings.map((booking) => booking.stops.map((stop) => stop.place)),
      driven: [],
      vehicles: bookings.flatMap((booking) => {
        const position = latest[booking.id];
        return position ? [{ ...position, name: booking.vehicle?.name ?? booking.reference }] : [];
      }),
    }),
    [bookings, latest],
  );
  return (
    <div className="grid items-start gap-6 pair:grid-cols-[20rem_1fr]">
      <ul aria-label={w.listed} className="order-2 flex flex-col gap-3 pair:order-1">
        {bookings.map((booking) => (
          <Row key={booking.id} booking={booking} tell={tell} />
        ))}
      </ul>
      <div className="order-1 pair:order-2">
        <MapView content={content} label={w.title} tall />
      </div>
    </div>
  );
}

function Row({ booking, tell }: { booking: Booking; tell: (id: string, position: Position) => void }) {
  const positions = useTrack(booking.id, true);
  const latest = positions[positions.length - 1];
  useEffect(() => {
    if (latest) tell(booking.id, latest);
  }, [booking.id, latest, tell]);
  return (
    <li className="panel relative p-3">
      <Link className="link font-semibold after:absolute after:inset-0" to={`/bookings/${booking.id}`}>
        {booking.reference}
      </Link>
      <p>
        {terms.lane(
          booking.stops[0]?.place.name ?? '',
          booking.stops[booking.stops.length - 1]?.place.name ?? '',
        )}
      </p>
      <p className="mt-1 flex flex-wrap items-center gap-2">
        <StatusPill status={booking.status} />
        {latest ? <Freshness at={latest.at} /> : <span className="text-secondary">{w.noPosition}</span>}
      </p>
    </li>
  );
}
