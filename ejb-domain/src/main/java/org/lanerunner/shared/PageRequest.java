package org.lanerunner.shared;

import java.util.UUID;

/** Asks for a page: the rows that come after a key of the page before (null for the first), and how many rows, 1 to 100. */
public record PageRequest(String after, int limit) {

    public static final int DEFAULT_LIMIT = 25;
    public static final int MAXIMUM_LIMIT = 100;

    public PageRequest {
        if (limit < 1 || limit > MAXIMUM_LIMIT) {
            throw new Refusal(
                            Refusal.Kind.INVALID,
                            "request/invalid",
                            "limit is a number from 1 to " + MAXIMUM_LIMIT + ".")
                    .beyond(Limit.PAGE);
        }
        after = after == null || after.isBlank() ? null : after;
    }

    /** The key as an id, or the given one for a first page. */
    public UUID afterId(UUID first) {
        return id(after, first);
    }

    /** The key as an id, for a list whose pages have another size. */
    public static UUID id(String after, UUID first) {
        try {
            return after == null || after.isBlank() ? first : UUID.fromString(after);
        } catch (IllegalArgumentException notAnId) {
            throw noKey();
        }
    }

    /** The refusal for an {@code after} that is not a key of this list. */
    public static Refusal noKey() {
        return new Refusal(Refusal.Kind.INVALID, "request/invalid", "after is the \"next\" of the page before.");
    }
}
