package org.lanerunner.bookings;

import jakarta.enterprise.context.ApplicationScoped;
import org.lanerunner.shared.Refusal;

/** A proof must name the person who received the delivery. */
@ApplicationScoped
class ReceiverNamed implements DeliveryCondition {

    @Override
    public void check(Agreement agreement, Proof proof) {
        if (proof.receivedBy() == null) {
            throw Refusal.invalid("/receivedBy", "This can't be empty.");
        }
    }
}
