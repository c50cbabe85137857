package org.lanerunner.bookings;

import org.lanerunner.shared.Caller;

/**
 * Secures the price of a booking. It is asked once, in the transaction of the award; today it is {@link EscrowFunding}. To secure some bookings otherwise,
 * decorate it (ADR 0035).
 */
public interface Funding {

    /** Makes sure that the price can be paid when it is due, or refuses and with it the award. */
    void fund(Caller caller, Agreement agreement);
}
