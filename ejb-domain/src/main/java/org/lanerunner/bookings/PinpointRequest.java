package org.lanerunner.bookings;

import org.lanerunner.shared.Refusal;

/**
 * A request to set where a stop really is.
 *
 * @param stop its sequence, from 0
 * @param latitude degrees (WGS 84)
 * @param longitude degrees (WGS 84)
 * @param radiusMeters of its fence; unchanged if left out
 */
public record PinpointRequest(Integer stop, Double latitude, Double longitude, Double radiusMeters) {

    /** @throws Refusal INVALID unless the stop is named */
    void check() {
        if (stop == null) {
            throw Refusal.invalid("/stop", "Say which stop.");
        }
    }
}
