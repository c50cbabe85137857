import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { queries } from '@/api/queries';
import type { Booking, Page } from '@/api/types';
import { PageHeader, Panel } from '@/components/PageHeader';
import { placeName } from '@/components/placeName';
import { SiteTime, WindowText } from '@/components/SiteTime';
import { EmptyState, Loaded } from '@/components/States';
import { RiskPill, StatusPill } from '@/components/StatusPill';
import { useNow } from '@/components/useNow';
import { useKeptActions } from '@/device/kept';
import { frame } from '@/words/frame';
import { terms } from '@/words/terms';
import { KeptActions } from './KeptActions';
import { isOver, nextStop, riskOf, withKept } from './progress';
import { Punctual } from '@/components/PunctualText';
import { NextRoadAction } from './RoadActions';
import { OffersItself } from './OffersItself';
import { ShareSwitch } from './ShareSwitch';
import { StopPoint } from './StopPoint';
import { UndoStrips } from './UndoStrips';
import { words } from './words';

const w = words.today;

/** A driver's day on a phone: where to go next, by when, and the one button for it. */
export function Today() {
  const bookings = useQuery(queries.bookings({ limit: 100 }));
  const kept = useKeptActions();
  useForTheRoad(bookings.data);
  return (
    <>
      <PageHeader title={frame.navigation.today} />
      <KeptActions />
      {bookings.data && <UndoStrips bookings={bookings.data.items} readAt={bookings.dataUpdatedAt} />}
      <Loaded query={bookings}>
        {(page) => {
          const ahead = page.items
            .filter((booking) => !isOver(withKept(booking, kept)))
            .sort((a, b) => due(a) - due(b));
          const [first, ...rest] = ahead;
          if (!first) return <EmptyState title={w.none} text={w.noneText} />;
          return (
            <>
              <Next booking={first} />
              {rest.length > 0 && (
                <section className="mt-8" aria-labelledby="later">
                  <h2 id="later" className="mb-3 text-base">
                    {w.later}
                  </h2>
                  <ul className="flex flex-col gap-3">
                    {rest.map((booking) => (
                      <li key={booking.id} className="panel p-4">
                        <Link className="link font-semibold" to={`/bookings/${booking.id}`}>
                          {booking.reference}
                        </Link>
                        <p>{nextStop(booking) && placeName(nextStop(booking)!.place)}</p>
                        <p>{nextStop(booking) && <WindowText window={nextStop(booking)!.window} />}</p>
                      </li>
                    ))}
                  </ul>
                </section>
              )}
            </>
          );
        }}
      </Loaded>
      {bookings.data && <OffersItself />}
    </>
  );
}

const roadMillis = 5 * 60_000;
const mostTimelines = 3;

/** Reads, while there is a connection, what a driver may open without one: what happened on the bookings ahead. */
function useForTheRoad(page: Page<Booking> | undefined): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!page) return;
    for (const { id } of page.items.filter((booking) => !isOver(booking)).slice(0, mostTimelines)) {
      void client.prefetchQuery({ ...queries.timeline(id), staleTime: roadMillis });
    }
  }, [client, page]);
}

function due(booking: Booking): number {
  const next = nextStop(booking);
  // A booking that is under way comes before one that is only confirmed.
  return (booking.status === 'CONFIRMED' ? 1e15 : 0) + (next ? Date.parse(next.window.end) : 0);
}

function Next({ booking: known }: { booking: Booking }) {
  const booking = withKept(known, useKeptActions());
  const now = useNow(30_000);
  const stop = nextStop(booking);
  const risk = riskOf(booking, now);
  if (!stop) return null;
  return (
    <>
      <Panel className="max-w-xl">
        <p className="mb-2 flex flex-wrap gap-2">
          <span data-status={booking.status}>
            <StatusPill status={booking.status} />
          </span>
          {risk && <RiskPill risk={risk} />}
        </p>
        <p className="text-secondary">{terms.stopKind[stop.kind]}</p>
        <p className="text-xl font-semibold">{placeName(stop.place)}</p>
        {stop.address && <p>{stop.address}</p>}
        <StopPoint booking={booking} stop={stop} />
        {stop.contactPhone && (
          <p>
            <a className="link inline-flex min-h-11 items-center" href={`tel:${stop.contactPhone}`}>
              {w.call(stop.contactName ?? stop.contactPhone)}
            </a>
          </p>
        )}
        <p className="mt-3 text-secondary">{stop.arrivedAt ? w.arrivedAt : w.by}</p>
        <p className="text-lg font-semibold">
          {stop.arrivedAt ? (
            <>
              <SiteTime instant={stop.arrivedAt} zone={stop.place.zone} ago />
              <Punctual at={stop.arrivedAt} window={stop.window} />
            </>
          ) : (
            <WindowText window={stop.window} />
          )}
        </p>
        <p className="mt-4">
          <Link className="link inline-flex min-h-11 items-center" to={`/bookings/${booking.id}`}>
            {w.details(booking.reference)}
          </Link>
        </p>
      </Panel>
      <ShareSwitch booking={booking} className="mt-4" />
      <div className="fixed inset-x-0 bottom-14 z-20 mb-[env(safe-area-inset-bottom)] border-t border-line bg-surface p-3 rail:static rail:mt-4 rail:max-w-xl rail:border-0 rail:bg-transparent rail:p-0">
        <NextRoadAction booking={known} large />
      </div>
      <div aria-hidden="true" className="h-20 rail:hidden" />
    </>
  );
}
