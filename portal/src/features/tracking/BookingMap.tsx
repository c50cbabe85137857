import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { get, query } from '@/api/http';
import { live, type LivePosition } from '@/api/live';
import type { Booking, Page, Position } from '@/api/types';
import { Freshness } from '@/components/Freshness';
import { MapView, type MapContent } from '@/components/map/MapView';
import { Panel } from '@/components/PageHeader';
import { words as w } from './words';

const pageSize = 1000;
const mostPages = 20;

/** The whole track, page by page, up to the number of positions that a screen can draw. */
async function track(bookingId: string, signal: AbortSignal): Promise<Position[]> {
  const all: Position[] = [];
  let after: string | null = null;
  for (let count = 0; count < mostPages; count++) {
    const page: Page<Position> = await get(
      `/bookings/${encodeURIComponent(bookingId)}/positions${query({ limit: pageSize, after })}`,
      signal,
    );
    all.push(...page.items);
    after = page.next;
    if (!after) break;
  }
  return all.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

function useTrack(bookingId: string, started: boolean): Position[] {
  const kept = useQuery({
    queryKey: ['positions', bookingId],
    queryFn: ({ signal }) => track(bookingId, signal),
    enabled: started,
    staleTime: 60_000,
  });
  const [moved, setMoved] = useState<LivePosition[]>([]);
  useEffect(() => {
    setMoved([]);
    return live.watch(bookingId, (position) => setMoved((before) => [...before.slice(-2000), position]));
  }, [bookingId]);
  return useMemo(() => {
    const last = kept.data?.[kept.data.length - 1]?.at;
    const fresh = moved.filter((position) => !last || Date.parse(position.at) > Date.parse(last));
    return [...(kept.data ?? []), ...fresh];
  }, [kept.data, moved]);
}

export function BookingMap({ booking }: { booking: Booking }) {
  const positions = useTrack(booking.id, booking.dispatchedAt !== null);
  const latest = positions[positions.length - 1];
  const underWay = booking.dispatchedAt && !booking.deliveredAt && booking.status !== 'CANCELLED';
  const content: MapContent = useMemo(
    () => ({
      stops: booking.stops.map((stop) => ({
        latitude: stop.place.latitude,
        longitude: stop.place.longitude,
        name: stop.place.name,
        radiusMeters: stop.fence?.radiusMeters,
      })),
      planned: [booking.stops.map((stop) => stop.place)],
      driven: [positions],
      vehicles: latest && underWay ? [{ ...latest, name: booking.vehicle?.name ?? booking.reference }] : [],
    }),
    [booking, positions, latest, underWay],
  );
  return (
    <Panel title={w.title}>
      <MapView content={content} label={w.ofBooking(booking.reference)} />
      <p className="mt-2" aria-live="off" data-positions={positions.length}>
        {latest ? (
          <>
            {w.latest(latest.latitude.toFixed(4), latest.longitude.toFixed(4))}{' '}
            {underWay && <Freshness at={latest.at} />}
          </>
        ) : (
          <span className="text-secondary">{w.noPosition}</span>
        )}
      </p>
    </Panel>
  );
}
