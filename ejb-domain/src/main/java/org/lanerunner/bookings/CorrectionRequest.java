package org.lanerunner.bookings;

import java.time.Instant;
import org.lanerunner.shared.Refusal;

/**
 * Another time for an arrival or departure that is known.
 *
 * @param stop its sequence, from 0
 * @param occurredAt when it really was
 * @param reason how one knows
 */
public record CorrectionRequest(Integer stop, RoadFactKind kind, Instant occurredAt, String reason) {

    /** @throws Refusal INVALID unless stop, kind and time are named */
    void check() {
        if (stop == null) {
            throw Refusal.invalid("/stop", "Say which stop.");
        }
        if (kind == null) {
            throw Refusal.invalid("/kind", "Say whether the arrival or the departure is corrected.");
        }
        if (occurredAt == null) {
            throw Refusal.invalid("/occurredAt", "Say when it was.");
        }
    }
}
