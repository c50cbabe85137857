package org.lanerunner.shared;

import java.util.Objects;
import java.util.UUID;

/**
 * Whose account somebody tried to get into: the account where there is one, else the address that was named. Who audits learns it of each refused try; the answer
 * never says which of the two it was.
 *
 * @param accountId null where there is no such account
 * @param address null where there is one, so that it stands in nothing that outlives the account
 */
public record Tried(UUID accountId, String address) {

    private static final int LENGTH = 254;

    public static Tried account(UUID id) {
        return new Tried(Objects.requireNonNull(id), null);
    }

    /** As it was typed, which may be anything. */
    public static Tried address(String typed) {
        String plain = String.valueOf(typed).replaceAll("\\p{Cntrl}", "?");
        return new Tried(null, plain.substring(0, Math.min(plain.length(), LENGTH)));
    }
}
