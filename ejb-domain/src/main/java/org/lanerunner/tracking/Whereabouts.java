package org.lanerunner.tracking;

import jakarta.annotation.Nullable;
import java.util.List;
import java.util.UUID;
import org.lanerunner.bookings.BookingOnTheRoad;
import org.lanerunner.bookings.BookingStatus;
import org.lanerunner.places.Site;

/**
 * The stops of a booking on the road, and its vehicle's last position.
 *
 * @param stops in their order
 * @param vehicle the vehicle's name; null where a broker has another organisation carry it
 * @param position null before the first one
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
