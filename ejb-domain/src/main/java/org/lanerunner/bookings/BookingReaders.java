package org.lanerunner.bookings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.lanerunner.documents.BookingParties;
import org.lanerunner.shared.Caller;

/** Tells documents who may read what is attached to a booking. */
@ApplicationScoped
class BookingReaders implements BookingParties {

    @Inject
    private Bookings bookings;

    BookingReaders() {}

    @Override
    public Set<UUID> partiesOf(Caller caller, UUID bookingId) {
        TrackedBooking booking = bookings.tracked(caller, bookingId);
        return Set.of(booking.buyerOrganisationId(), booking.sellerOrganisationId());
    }
}
