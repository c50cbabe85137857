package org.lanerunner.bookings;

import org.lanerunner.shared.Caller;

/** How the price of a booking is secured. Asked once, in the transaction of its award; today {@link EscrowFunding}. Who answers otherwise for some bookings decorates it (ADR 0035). */
public interface Funding {

    /** Makes sure that the price can be paid when it is due, or refuses and with it the award. */
    void fund(Caller caller, Agreement agreement);
}
