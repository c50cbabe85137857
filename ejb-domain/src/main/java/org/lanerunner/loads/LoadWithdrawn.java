package org.lanerunner.loads;

import java.util.List;
import java.util.UUID;
import org.lanerunner.shared.Caller;

/**
 * Told, inside the transaction, to the features after loads when legs of a load leave the market without a booking: all of them, or one that its owner cancels
 * or whose time is over. Their offers close. The bookings that cover them, if any, are cancelled or refuse.
 *
 * @param reason what the person who cancelled said, or null when the load was changed or expired
 */
public record LoadWithdrawn(Caller caller, UUID loadId, List<Part> legs, String reason) {

    /** @param bookingId the booking to undo, or null */
    public record Part(UUID legId, UUID bookingId) {}
}
