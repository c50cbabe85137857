package org.lanerunner.shared;

import java.util.Objects;
import java.util.UUID;

/**
 * The account into which somebody tried to get: the account itself if it exists, else the address that was named. An auditor learns it of each refused try. The
 * answer to the caller never says which of the two it was.
 *
 * @param accountId null where there is no such account
 * @param address null if the account exists, so that nothing that outlives the account holds its address
 */
public record Tried(UUID accountId, String address) {

    private static final int LENGTH = 254;

    public static Tried account(UUID id) {
        return new Tried(Objects.requireNonNull(id), null);
    }

    /** The address as it was typed, which may be anything. */
    public static Tried address(String typed) {
        String plain = String.valueOf(typed).replaceAll("\\p{Cntrl}", "?");
        return new Tried(null, plain.substring(0, Math.min(plain.length(), LENGTH)));
    }
}
