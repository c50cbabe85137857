package org.lanerunner.analytics;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.lanerunner.shared.Money;

/**
 * Lanes of one business date in its zone.
 *
 * @param upTo facts before this moment are in it; null when the date was never run
 */
public record LaneReport(LocalDate date, String zone, Instant upTo, List<Row> rows) {

    /**
     * One lane: from region to region in one currency.
     *
     * @param rateCount how many bookings the rates come from; with 0 there is not enough data and the rates are null
     * @param emptyKilometers driven without a load to the pickups of what was booked
     */
    public record Row(
            String originRegion,
            String destinationRegion,
            String currency,
            int loadsPosted,
            int loadsBooked,
            Money ratePerKilometerLow,
            Money ratePerKilometerMedian,
            Money ratePerKilometerHigh,
            int rateCount,
            BigDecimal emptyKilometers) {}
}
