package org.lanerunner.events;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.lanerunner.shared.Refusal;

/**
 * A place in the log, just after an event: epoch, transaction and id. Readers keep its text and give it back; only the log knows what it means.
 *
 * @param xid the transaction's number, which starts anew with each epoch
 */
public record Cursor(int epoch, long xid, UUID id) {

    /** The place before all events. */
    public static final Cursor START = new Cursor(0, 0, new UUID(0, 0));

    /** @throws Refusal INVALID for a text that is no cursor's */
    public static Cursor of(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split(" ", -1);
            if (parts.length == 3 && !parts[0].startsWith("-") && !parts[1].startsWith("-")) {
                return new Cursor(Integer.parseInt(parts[0]), Long.parseLong(parts[1]), UUID.fromString(parts[2]));
            }
        } catch (IllegalArgumentException noCursor) {
            throw unreadable();
        }
        throw unreadable();
    }

    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((epoch + " " + xid + " " + id).getBytes(StandardCharsets.US_ASCII));
    }

    private static Refusal unreadable() {
        return new Refusal(Refusal.Kind.INVALID, "request/invalid", "after is the \"next\" of the answer before.");
    }
}
