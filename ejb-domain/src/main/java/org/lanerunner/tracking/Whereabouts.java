package org.lanerunner.tracking;

import jakarta.annotation.Nullable;
import java.util.List;
import java.util.UUID;
import org.lanerunner.bookings.BookingOnTheRoad;
import org.lanerunner.bookings.BookingStatus;
import org.lanerunner.places.Site;

/**
 * Where a booking on the road goes, and where its vehicle was last.
 *
 * @param stops in their order
 * @param vehicle what it is called; null where a broker has it carried by another
 * @param position null before the first
 */
public record Whereabouts(
        UUID bookingId,
        String reference,
        BookingStatus status,
        List<Site> stops,
        @Nullable String vehicle,
        @Nullable Position position) {

    static Whereabouts of(BookingOnTheRoad booking, Position last) {
        return new Whereabouts(
                booking.tracked().bookingId(),
                booking.reference(),
                booking.status(),
                booking.stops(),
                booking.vehicle(),
                last);
    }
}
