package org.lanerunner.loads;

import java.util.List;
import org.lanerunner.fleet.Capacity;
import org.lanerunner.fleet.Equipment;
import org.lanerunner.shared.Money;

/**
 * A load as its poster describes it. It has either a price (the first to accept it gets the load) or bids in a currency.
 *
 * @param draft whether it is kept but not published
 * @param cargo what moves: SI units, weight above zero unless people travel
 * @param stops in the order they are driven; at least a pickup and a delivery
 * @param legs left out for one leg over all stops; otherwise each stop lies on one leg, and bids are asked for each
 */
public record LoadRequest(
        Boolean draft,
        Equipment equipment,
        CargoMode mode,
        Capacity cargo,
        String commodity,
        String notes,
        List<Stop> stops,
        List<Leg> legs,
        Money price,
        Bids bids) {

    /** Bids are asked for in this currency. */
    public record Bids(String currency) {}

    /**
     * A stop: a place of the gazetteer, or a point, with a window in the site's local time.
     *
     * @param address the exact address; hidden until a booking
     * @param windowStart local, such as 2026-11-23T08:00
     */
    public record Stop(
            StopKind kind,
            String placeId,
            Double latitude,
            Double longitude,
            String address,
            String contactName,
            String contactPhone,
            String windowStart,
            String windowEnd,
            FenceSettings fence) {}

    /** A leg from a pickup to a delivery, by the numbers of the stops, from 0. The next leg begins where it ends. */
    public record Leg(Integer fromStop, Integer toStop) {}

    boolean isDraft() {
        return Boolean.TRUE.equals(draft);
    }

    String currency() {
        return price != null ? price.currency() : bids.currency();
    }
}
