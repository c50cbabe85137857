package org.lanerunner.documents;

import java.util.Set;
import java.util.UUID;
import org.lanerunner.shared.Caller;

/**
 * What documents ask of bookings, as far as the permission reaches that is asked for: the parties of a booking, if the caller may see it, and whose documents
 * about it the caller may read.
 */
public interface BookingParties {

    /**
     * @return the organisations of buyer and seller, or the caller's own alone once the booking is cancelled; throws the refusal "not found" when the caller
     * may not see the booking
     */
    Set<UUID> partiesOf(Caller caller, String permission, UUID bookingId);

    /**
     * @return the booking's parties also for an organisation that bought from a broker what this booking carries, since it may read the proof; throws "not
     * found" as the other does
     */
    Set<UUID> sourcesFor(Caller caller, String permission, UUID bookingId);
}
