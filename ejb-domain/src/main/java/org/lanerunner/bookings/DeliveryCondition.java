package org.lanerunner.bookings;

/**
 * Something that must hold before a booking counts as delivered, beside the arrival at its last stop, which the booking itself asks for. Every feature may
 * bring its own as an application-scoped bean; all are asked, in the delivery's transaction and in the order of their names, and the first that refuses
 * decides.
 */
public interface DeliveryCondition {

    /** Refuses, in words for the person who delivers, or lets the delivery pass. */
    void check(Agreement agreement, Proof proof);
}
