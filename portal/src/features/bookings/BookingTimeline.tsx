import { useQuery } from '@tanstack/react-query';
import { queries } from '@/api/queries';
import type { Booking } from '@/api/types';
import { BookingEvents } from '@/components/BookingEvents';
import { Loaded } from '@/components/States';
import { useMe } from '@/shell/me';
import { sites } from '@/words/sites';
import { isCityOnly } from './StopPoint';

/** Everything that was recorded about a booking, in the order in which it happened. */
export function BookingTimeline({ booking }: { booking: Booking }) {
  const timeline = useQuery(queries.timeline(booking.id));
  const me = useMe();
  return (
    <>
      {booking.stops
        .filter((stop) => isCityOnly(booking, stop))
        .map((stop) => (
          <p key={stop.sequence} className="mb-3 text-warning">
            {sites.points.cityOnlyOf(stop.place.name, stop.place.id.startsWith('zip:'))}
          </p>
        ))}
      <Loaded query={timeline} rows={3}>
        {(page) => <BookingEvents booking={booking} events={page.items} ownId={me.organisation?.id} />}
      </Loaded>
    </>
  );
}
