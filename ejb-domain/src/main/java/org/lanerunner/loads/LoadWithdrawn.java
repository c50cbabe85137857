package org.lanerunner.loads;

import java.util.UUID;
import org.lanerunner.shared.Caller;

/**
 * Told, inside the transaction, to the features after loads when a load leaves the market without a booking: its offers close, and the booking that covers
 * it, if any, is cancelled or refuses.
 *
 * @param bookingId the booking to undo, or null
 * @param reason what the person who cancelled said, or null when it expired
 */
public record LoadWithdrawn(Caller caller, UUID loadId, UUID bookingId, String reason) {}
