package org.lanerunner.bookings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.lanerunner.shared.Caller;
import org.lanerunner.trips.Trips;

/** Ends a trip by itself once all that it carries to its last stop is delivered and nothing else is aboard. */
@ApplicationScoped
class TripCompletion {

    @Inject
    private BookingRepository bookings;

    @Inject
    private Trips trips;

    /** The trip is locked, so that of two deliveries at once the later one sees the earlier. */
    void look(Caller caller, Booking booking) {
        List<Booking> carried = bookings.ofTrip(booking.tripId());
        if (!carried.isEmpty() && allDelivered(carried)) {
            trips.completeAtItsEnd(caller, booking.tripId(), booking.id());
        }
    }

    boolean nothingAboard(UUID tripId) {
        return allDelivered(bookings.ofTrip(tripId));
    }

    private static boolean allDelivered(List<Booking> carried) {
        return carried.stream().allMatch(Booking::delivered);
    }
}
