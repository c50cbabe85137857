package org.lanerunner.analytics;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.lanerunner.shared.Money;

/**
 * The lanes of one business date in its zone.
 *
 * @param upTo the report has the facts before this moment; null when it was never made for the date
 */
public record LaneReport(
        LocalDate date, String zone, @Nullable Instant upTo, List<Row> rows) {

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
            @Nullable Money ratePerKilometerLow,
            @Nullable Money ratePerKilometerMedian,
            @Nullable Money ratePerKilometerHigh,
            int rateCount,
            @Nullable BigDecimal emptyKilometers) {}
}
