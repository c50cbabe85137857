package org.lanerunner.loads;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.lanerunner.fleet.Capacity;
import org.lanerunner.fleet.Equipment;
import org.lanerunner.identity.Trader;
import org.lanerunner.places.Site;
import org.lanerunner.shared.Money;
import org.lanerunner.shared.Versioned;

/**
 * A load as it is shown. The market sees it without notes, addresses, contacts and booking, and with exact points rounded.
 *
 * @param organisationId the owner; null to an organisation that carries it for a broker, or could
 * @param poster the owner with its record; null to the owner itself, too
 * @param price null where bids are asked for and, once it is booked, to an organisation that carries it for a broker
 * @param lateEntry whether its times had begun when it was written or posted
 * @param distanceMeters along its stops by the road estimate of {@code Geography}
 * @param expiresAt until when it can be open; of several legs, the last one's
 * @param bookingId the booking of the one leg; where there are several, each leg names its own
 */
public record LoadView(
        UUID id,
        String reference,
        @Nullable UUID organisationId,
        @Nullable Trader poster,
        LoadStatus status,
        Equipment equipment,
        CargoMode mode,
        Capacity cargo,
        @Nullable String commodity,
        @Nullable String notes,
        List<StopView> stops,
        List<LegView> legs,
        @Nullable Money price,
        String currency,
        boolean testMoney,
        boolean lateEntry,
        long distanceMeters,
        Instant expiresAt,
        Instant createdAt,
        @Nullable Instant postedAt,
        @Nullable UUID bookingId,
        int version)
        implements Versioned {

    /**
     * A leg from one stop to a later one, by their sequence.
     *
     * @param carrierOrganisationId the organisation that carries it, and bookingId the booking; shown to the load's owner and to that carrier
     * @param expiresAt when the first of its deliveries' windows ends; until then the leg can be open
     */
    public record LegView(
            UUID id,
            int sequence,
            int fromStop,
            int toStop,
            LegStatus status,
            @Nullable UUID carrierOrganisationId,
            @Nullable UUID bookingId,
            long distanceMeters,
            Instant expiresAt) {}

    LoadView postedBy(Trader who) {
        return new LoadView(
                id,
                reference,
                organisationId,
                who,
                status,
                equipment,
                mode,
                cargo,
                commodity,
                notes,
                stops,
                legs,
                price,
                currency,
                testMoney,
                lateEntry,
                distanceMeters,
                expiresAt,
                createdAt,
                postedAt,
                bookingId,
                version);
    }

    /** Rounds to whole kilometres, as the market sees a distance. */
    static long rounded(long meters) {
        return Math.round(meters / 1000.0) * 1000;
    }

    public Site origin() {
        return stops.get(0).place();
    }

    public Site destination() {
        return stops.get(stops.size() - 1).place();
    }
}
