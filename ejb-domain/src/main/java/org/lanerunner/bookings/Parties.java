package org.lanerunner.bookings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.lanerunner.documents.BookingParties;
import org.lanerunner.shared.Caller;

/** Tells documents who may read what is stored for a booking. */
@ApplicationScoped
class Parties implements BookingParties {

    private Bookings bookings;

    Parties() {}

    @Inject
    Parties(Bookings bookings) {
        this.bookings = bookings;
    }

    @Override
    public Set<UUID> partiesOf(Caller caller, String permission, UUID bookingId) {
        return bookings.parties(caller, permission, bookingId);
    }

    @Override
    public Set<UUID> sourcesFor(Caller caller, String permission, UUID bookingId) {
        return bookings.sourcesOfProof(caller, permission, bookingId);
    }
}
