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
 * What later features need of a leg to match, offer and book it: the leg's own stops, way and times, and from its load what moves.
 *
 * @param reference the load's reference
 * @param organisationId the load's owner
 * @param price null where bids are asked for
 * @param lateEntry whether the load's times had begun when it was written or posted
 * @param expiresAt until when it can be open
 * @param broker null unless the leg is brokered
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
     * The organisation that has sold the leg's carriage without a vehicle, its booking, and whether a carrier has been found.
     */
    public record Broker(UUID organisationId, UUID bookingId, boolean covered) {}

    /** The leg as the market may know it: without anything that tells where exactly it is picked up or delivered. */
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

    /** The leg as its broker looks for a carrier: without the price that its owner pays, which is not what the broker pays. */
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

    /** True if offers can be made on it now: on an open leg to its owner; on a brokered one for the broker's booking, until it is loaded. */
    public boolean takesOffersFor(UUID brokersBookingId, Instant now) {
        return brokersBookingId == null
                ? openAt(now)
                : soldBy(brokersBookingId)
                        && !broker.covered()
                        && NOT_LOADED.contains(status)
                        && now.isBefore(expiresAt);
    }

    /** True if this is a booking by which a broker without a vehicle sold the leg. */
    boolean soldBy(UUID brokersBookingId) {
        return broker != null && broker.bookingId().equals(brokersBookingId);
    }

    /** The time when the last of its windows ends; a trip may take that long. */
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
