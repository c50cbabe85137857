package org.lanerunner.bookings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;

/** Asks the conditions of all features before a booking goes on, once the booking is in a state from which it can. */
@ApplicationScoped
class Conditions {

    @Inject
    @Any
    private Instance<DispatchCondition> ofDispatch;

    @Inject
    @Any
    private Instance<DeliveryCondition> ofDelivery;

    void requireForDispatch(Booking booking, Instant dispatchedAt) {
        BookingCommand.DISPATCH.mustLeave(booking.status());
        Agreement agreement = booking.agreement();
        inOrder(ofDispatch).forEach(condition -> condition.check(agreement, dispatchedAt));
    }

    void requireForDelivery(Booking booking, Proof proof) {
        BookingCommand.DELIVER.mustLeave(booking.status());
        Agreement agreement = booking.agreement();
        inOrder(ofDelivery).forEach(condition -> condition.check(agreement, proof));
    }

    /**
     * Puts the conditions in the order of their names. So where several refuse, the same one is heard on every node and after every start. A client proxy's
     * name begins with its bean's.
     */
    static <T> List<T> inOrder(Iterable<T> conditions) {
        return StreamSupport.stream(conditions.spliterator(), false)
                .sorted(Comparator.comparing(condition -> condition.getClass().getName()))
                .toList();
    }
}
