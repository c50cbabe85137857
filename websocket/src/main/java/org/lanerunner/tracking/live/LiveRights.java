package org.lanerunner.tracking.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.lanerunner.bookings.Bookings;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Permission;
import org.lanerunner.shared.Refusal;

/**
 * What a channel may be shown: the same that its person could ask the API for at this moment. An event needs the organisation among its readers and the
 * permission of its kind; who only drives sees only what belongs to bookings of the own trips.
 */
@ApplicationScoped
class LiveRights {

    private static final Map<String, String> PERMISSIONS = Map.of(
            "load", Permission.LOADS_VIEW,
            "offer", Permission.OFFERS_VIEW,
            "trip", Permission.TRIPS_VIEW,
            "booking", Permission.BOOKINGS_VIEW,
            "payment", Permission.WALLET_VIEW,
            "document", Permission.DOCUMENTS_VIEW,
            "user", Permission.ORGANISATION_VIEW,
            "organisation", Permission.ORGANISATION_VIEW);

    @Inject
    private Bookings bookings;

    LiveRights() {}

    /** Refuses a booking that the caller could not read over the API. */
    void checkBooking(Caller caller, UUID bookingId) {
        caller.require(Permission.BOOKINGS_VIEW);
        bookings.tracked(caller, bookingId);
    }

    boolean sees(Caller caller, UUID bookingId) {
        if (!caller.may(Permission.BOOKINGS_VIEW)) {
            return false;
        }
        try {
            bookings.tracked(caller, bookingId);
            return true;
        } catch (Refusal notTheirs) {
            return false;
        }
    }

    boolean seesEvent(Caller caller, ObjectNode event, UUID bookingId) {
        boolean reader = caller.organisationId() != null
                && Arrays.asList(event.path("readers").asText("").split(" "))
                        .contains(caller.organisationId().toString());
        String permission = PERMISSIONS.get(LiveEvents.family(event));
        if (!reader || permission == null || !caller.may(permission)) {
            return false;
        }
        return !caller.drivesOnly() || (bookingId != null && sees(caller, bookingId));
    }
}
