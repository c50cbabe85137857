package org.lanerunner.trips;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.lanerunner.fleet.Capacity;
import org.lanerunner.fleet.Equipment;
import org.lanerunner.shared.Money;
import org.lanerunner.shared.Versioned;

/**
 * A trip as it is shown. The market and the other parties of its bookings see it without driver, vehicle and floor price.
 *
 * @param segments the capacity left between each stop and the next
 * @param lateEntry whether its times had begun when it was written
 */
public record TripView(
        UUID id,
        String reference,
        UUID organisationId,
        TripStatus status,
        Equipment equipment,
        Capacity capacity,
        List<TripStopView> stops,
        List<SegmentView> segments,
        @Nullable DriverName driver,
        @Nullable VehicleName vehicle,
        @Nullable Money askPerKilometer,
        @Nullable Money floorPrice,
        Instant startsAt,
        Instant endsAt,
        boolean lateEntry,
        Instant createdAt,
        int version)
        implements Versioned {

    /** The capacity left from this stop to the next. */
    public record SegmentView(int sequence, Capacity remaining) {}

    /** The driver. */
    public record DriverName(UUID id, String name) {}

    /** The vehicle. */
    public record VehicleName(UUID id, String name, String plate) {}
}
