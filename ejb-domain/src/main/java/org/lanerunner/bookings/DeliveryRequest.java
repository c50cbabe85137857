package org.lanerunner.bookings;

import java.time.Instant;
import java.util.UUID;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Text;

/**
 * Proof of delivery as the driver hands it in.
 *
 * @param occurredAt when it was handed over; now if left out
 * @param receivedBy name of who took it
 * @param latitude degrees; together with longitude, or neither
 * @param documentId a photo or paper that documents keep, or null
 */
public record DeliveryRequest(
        Instant occurredAt, String receivedBy, Double latitude, Double longitude, UUID documentId) {

    Proof proof(Instant now) {
        if ((latitude == null) != (longitude == null)) {
            throw Refusal.invalid(
                    latitude == null ? "/latitude" : "/longitude", "A position has both latitude and longitude.");
        }
        if (latitude != null && !(Math.abs(latitude) <= 90)) {
            throw Refusal.invalid("/latitude", "A number from -90 to 90 is needed.");
        }
        if (longitude != null && !(Math.abs(longitude) <= 180)) {
            throw Refusal.invalid("/longitude", "A number from -180 to 180 is needed.");
        }
        return new Proof(
                Text.optional(receivedBy, 100, "/receivedBy"),
                occurredAt == null ? now : occurredAt,
                now,
                latitude,
                longitude,
                documentId);
    }
}
