package org.lanerunner.tracking.live;

import jakarta.websocket.CloseReason;

/** Why a channel is closed: the reason is a slug that the page can show or act on. */
enum LiveRefusal {
    TICKET_MISSING(CloseReason.CloseCodes.VIOLATED_POLICY, "live/ticket-missing"),
    TICKET_REFUSED(CloseReason.CloseCodes.VIOLATED_POLICY, "live/ticket-refused"),
    SESSION_ENDED(CloseReason.CloseCodes.VIOLATED_POLICY, "live/session-ended"),
    TOO_MANY_CHANNELS(CloseReason.CloseCodes.VIOLATED_POLICY, "live/too-many-channels"),
    TOO_MANY_MESSAGES(CloseReason.CloseCodes.VIOLATED_POLICY, "live/too-many-messages"),
    TEXT_ONLY(CloseReason.CloseCodes.CANNOT_ACCEPT, "live/text-only"),
    TOO_SLOW(CloseReason.CloseCodes.TRY_AGAIN_LATER, "live/too-slow"),
    BUSY(CloseReason.CloseCodes.TRY_AGAIN_LATER, "live/busy"),
    DEFECT(CloseReason.CloseCodes.UNEXPECTED_CONDITION, "live/defect"),
    SILENT(CloseReason.CloseCodes.GOING_AWAY, "live/silent");

    private final CloseReason reason;

    LiveRefusal(CloseReason.CloseCode code, String slug) {
        reason = new CloseReason(code, slug);
    }

    CloseReason reason() {
        return reason;
    }
}
