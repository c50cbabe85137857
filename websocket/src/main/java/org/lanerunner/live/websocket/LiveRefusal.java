package org.lanerunner.live.websocket;

import jakarta.websocket.CloseReason;
import java.util.Optional;
import org.lanerunner.shared.Limit;

/** Why a channel is closed. The close reason is a slug that the page can show or act on. */
enum LiveRefusal {
    TICKET_MISSING(CloseReason.CloseCodes.VIOLATED_POLICY, "live/ticket-missing", null),
    TICKET_REFUSED(CloseReason.CloseCodes.VIOLATED_POLICY, "live/ticket-refused", null),
    SESSION_ENDED(CloseReason.CloseCodes.VIOLATED_POLICY, "live/session-ended", null),
    ADDRESS_NOT_ALLOWED(CloseReason.CloseCodes.VIOLATED_POLICY, "live/address-not-allowed", null),
    TOO_MANY_CHANNELS(CloseReason.CloseCodes.VIOLATED_POLICY, "live/too-many-channels", Limit.SOCKET),
    TOO_MANY_MESSAGES(CloseReason.CloseCodes.VIOLATED_POLICY, "live/too-many-messages", Limit.MESSAGE_RATE),
    TOO_LARGE(CloseReason.CloseCodes.TOO_BIG, "live/too-large", Limit.MESSAGE),
    TEXT_ONLY(CloseReason.CloseCodes.CANNOT_ACCEPT, "live/text-only", null),
    TOO_SLOW(CloseReason.CloseCodes.TRY_AGAIN_LATER, "live/too-slow", Limit.PUSH),
    BUSY(CloseReason.CloseCodes.TRY_AGAIN_LATER, "live/busy", Limit.SOCKET),
    TOO_MANY_WAITING(CloseReason.CloseCodes.TRY_AGAIN_LATER, "live/busy", Limit.WAITING_SOCKET),
    NOTHING_HEARD(CloseReason.CloseCodes.TRY_AGAIN_LATER, "live/nothing-heard", null),
    DEFECT(CloseReason.CloseCodes.UNEXPECTED_CONDITION, "live/defect", null),
    SILENT(CloseReason.CloseCodes.GOING_AWAY, "live/silent", null);

    private final CloseReason reason;
    private final Limit limit;

    LiveRefusal(CloseReason.CloseCode code, String slug, Limit limit) {
        this.reason = new CloseReason(code, slug);
        this.limit = limit;
    }

    CloseReason reason() {
        return reason;
    }

    Optional<Limit> limit() {
        return Optional.ofNullable(limit);
    }
}
