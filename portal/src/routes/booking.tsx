import { useQuery } from '@tanstack/react-query';
import { queries } from '@/api/queries';
import type { Booking } from '@/api/types';
import { Loaded } from '@/components/States';
import { BookingDetail } from '@/features/bookings/BookingDetail';
import { CoverBooking } from '@/features/deals/CoverBooking';
import { OffersOfLoad } from '@/features/deals/Offers';
import { ContestDelivery } from '@/features/disputes/ContestDelivery';
import { ContestPanel } from '@/features/disputes/ContestPanel';
import { ProofFile } from '@/features/documents/ProofFile';
import { TripMatches } from '@/features/matching/Matches';
import { BookingMap } from '@/features/tracking/BookingMap';

/** A booking, with its map and its proof's file. A broker also sees the trips that could carry it. */
export default function BookingRoute() {
  return (
    <BookingDetail
      parts={{
        map: (booking) => <BookingMap booking={booking} />,
        document: (id) => <ProofFile id={id} />,
        contest: (booking) => <ContestDelivery booking={booking} />,
        contested: (booking) => <ContestPanel booking={booking} />,
        carriers: (booking) => <Carriers booking={booking} />,
      }}
    />
  );
}

function Carriers({ booking }: { booking: Booking }) {
  const load = useQuery(queries.load(booking.loadId));
  return (
    <Loaded query={load}>
      {(data) => (
        <>
          <OffersOfLoad load={data} />
          <TripMatches
            loadId={data.id}
            legOf={() => null}
            action={(tripId, legId) =>
              legId === booking.legId && <CoverBooking booking={booking} load={data} tripId={tripId} />
            }
          />
        </>
      )}
    </Loaded>
  );
}
