package org.lanerunner.loads;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.lanerunner.fleet.Capacity;
import org.lanerunner.fleet.Equipment;
import org.lanerunner.places.Site;
import org.lanerunner.shared.Money;

/**
 * What later features need of a leg to match, offer and book it: its own stops, way and times, and of its load what moves.
 *
 * @param reference the load's
 * @param organisationId the load's owner
 * @param price null where bids are asked for
 * @param lateEntry the load's times had begun when it was written or posted
 * @param expiresAt until when it can be open
 * @param broker null unless it is brokered
 */
public record OfferedLeg(
        UUID id,
        UUID loadId,
        String reference,
        UUID organisationId,
        LegStatus status,
        Equipment equipment,
        CargoMode mode,
        Capacity cargo,
        Money price,
        String currency,
        boolean testMoney,
        boolean lateEntry,
        Instant firstWindowStart,
        Instant expiresAt,
        long distanceMeters,
        List<PlannedStop> stops,
        Broker broker) {

    private static final Set<LegStatus> NOT_LOADED =
            Set.of(LegStatus.COVERED, LegStatus.DISPATCHED, LegStatus.AT_PICKUP);

    /**
     * Who has sold its carriage without a vehicle, by which booking, and whether a carrier has been found.
     */
    public record Broker(UUID organisationId, UUID bookingId, boolean covered) {}

    /** As the market may know it: with nothing that tells where exactly it is picked up or delivered. */
    OfferedLeg onTheMarket() {
        return new OfferedLeg(
                id,
                loadId,
                reference,
                organisationId,
                status,
                equipment,
                mode,
                cargo,
                price,
                currency,
                testMoney,
                lateEntry,
                firstWindowStart,
                expiresAt,
                distanceMeters,
                stops.stream().map(PlannedStop::onTheMarket).toList(),
                null);
    }

    public boolean openAt(Instant now) {
        return status == LegStatus.OPEN && now.isBefore(expiresAt);
    }

    /** As its broker looks for a carrier: what its owner pays is not what the broker does. */
    OfferedLeg soldOn() {
        return new OfferedLeg(
                id,
                loadId,
                reference,
                organisationId,
                status,
                equipment,
                mode,
                cargo,
                null,
                currency,
                testMoney,
                lateEntry,
                firstWindowStart,
                expiresAt,
                distanceMeters,
                stops,
                broker);
    }

    /** Whether offers can be made on it now: on an open one for its owner, on a brokered one for the broker's booking until it is loaded. */
    public boolean takesOffersFor(UUID brokersBookingId, Instant now) {
        return brokersBookingId == null
                ? openAt(now)
                : soldBy(brokersBookingId)
                        && !broker.covered()
                        && NOT_LOADED.contains(status)
                        && now.isBefore(expiresAt);
    }

    /** Whether this booking, of a broker without a vehicle, is of this leg. */
    boolean soldBy(UUID brokersBookingId) {
        return broker != null && broker.bookingId().equals(brokersBookingId);
    }

    /** When the last of its windows ends; a trip may take that long. */
    public Instant lastWindowEnd() {
        return stops.stream()
                .map(stop -> stop.windowEnd().instant())
                .max(Instant::compareTo)
                .orElseThrow();
    }

    public Site origin() {
        return stops.get(0).site();
    }

    public Site destination() {
        return stops.get(stops.size() - 1).site();
    }
}
