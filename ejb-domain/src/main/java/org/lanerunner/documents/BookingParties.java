package org.lanerunner.documents;

import java.util.Set;
import java.util.UUID;
import org.lanerunner.shared.Caller;

/** What documents ask of bookings: who the parties of a booking are, if the caller may see it, as far as the permission reaches that is asked for. */
public interface BookingParties {

    /** @return the organisations of buyer and seller, or the caller's own alone once the booking is cancelled; throws the refusal "not found" when the booking is not the caller's to see */
    Set<UUID> partiesOf(Caller caller, String permission, UUID bookingId);
}
