package org.lanerunner.bookings;

import java.util.UUID;
import org.lanerunner.shared.DueItem;
import org.lanerunner.shared.PageRequest;

/**
 * The last row of a page of what failed, written as the id and the kind. One thing may be due in two ways, so its id alone does not tell where the next page
 * begins.
 */
record DueKey(UUID id, String kind) {

    private static final char BETWEEN = '.';

    static DueKey of(DueAttempt attempt) {
        return new DueKey(attempt.id(), attempt.kind());
    }

    /** The key after which a page begins; for the first page one that lies before everything. */
    static DueKey of(PageRequest page) {
        if (page.after() == null) {
            return new DueKey(DueItem.FIRST.id(), "");
        }
        int end = page.after().indexOf(BETWEEN);
        if (end < 0) {
            throw PageRequest.noKey();
        }
        try {
            return new DueKey(
                    UUID.fromString(page.after().substring(0, end)),
                    page.after().substring(end + 1));
        } catch (IllegalArgumentException notAnId) {
            throw PageRequest.noKey();
        }
    }

    @Override
    public String toString() {
        return id.toString() + BETWEEN + kind;
    }
}
