package org.lanerunner.bookings;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.annotation.Nullable;
import java.time.Instant;
import org.lanerunner.loads.StopView;

/**
 * A stop as agreed and as it went, side by side in one flat object.
 *
 * @param addedLater the server heard of an arrival or departure some minutes after it happened
 * @param canBePinpointed the reader may say where exactly it is
 */
public record BookingStopView(
        @JsonUnwrapped StopView agreed,
        @JsonUnwrapped Arrival arrival,
        @JsonUnwrapped Departure departure,
        boolean addedLater,
        boolean canBePinpointed) {

    /**
     * The arrival at the stop; all fields are null before it is known.
     *
     * @param arrivalPunctuality early, in time or late by the window
     */
    public record Arrival(
            @Nullable Instant arrivedAt,
            @Nullable Punctuality arrivalPunctuality,
            @Nullable Instant arrivedReceivedAt,
            @Nullable RoadFactSource arrivalSource,
            boolean arrivedAlreadyThere,
            @Nullable String arrivalReason) {}

    /** The departure from the stop; all fields are null before it is known. */
    public record Departure(
            @Nullable Instant departedAt,
            @Nullable Instant departedReceivedAt,
            @Nullable RoadFactSource departureSource,
            @Nullable String departureReason) {}
}
