import { BookingDetail } from '@/features/bookings/BookingDetail';
import { ProofFile } from '@/features/documents/ProofFile';
import { BookingMap } from '@/features/tracking/BookingMap';

/** A booking, with its map and its proof's file. */
export default function BookingRoute() {
  return (
    <BookingDetail
      parts={{
        map: (booking) => <BookingMap booking={booking} />,
        document: (id) => <ProofFile id={id} />,
      }}
    />
  );
}
