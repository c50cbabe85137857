package org.lanerunner.gate;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.UUID;

/**
 * What one caller has used of one rate, as this node knows it: what it has let through and not told the database yet, and how much more it may let through
 * before it must tell. That is a tenth of the rate at most, so each node lets through no more than a tenth too much. The database remembers that excess, and
 * the caller has to wait for it.
 */
final class Share {

    static final int PARTS = 10;
    private static final double MINUTE_SECONDS = 60;
    private final Object asking = new Object();
    private final UUID key;
    private final int aMinute;
    private int untold;
    private double allowed;
    private long closedUntilNanos;
    private long unheardUntilNanos;
    private long usedNanos;

    Share(UUID key, int aMinute, long nanos) {
        this.key = key;
        this.aMinute = aMinute;
        this.allowed = most();
        this.closedUntilNanos = nanos;
        this.unheardUntilNanos = nanos;
        this.usedNanos = nanos;
    }

    /** The key by which all nodes know somebody's share. It does not reveal who that is. */
    static UUID key(Rate rate, Rate.Of of, Object who) {
        try {
            ByteBuffer hash = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256")
                    .digest((rate + " " + of + " " + who).getBytes(StandardCharsets.UTF_8)));
            return new UUID(hash.getLong(), hash.getLong());
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** The answers to a request for one more. */
    enum Answer {
        YES,
        NO,
        ASK_THE_DATABASE
    }

    synchronized Answer take(long nanos) {
        usedNanos = nanos;
        if (nanos < closedUntilNanos) {
            return Answer.NO;
        }
        if (untold + 1 <= allowed) {
            untold++;
            return Answer.YES;
        }
        return nanos < unheardUntilNanos ? Answer.NO : Answer.ASK_THE_DATABASE;
    }

    /** Gives back one that was taken for a request that another share refused. */
    synchronized void giveBack() {
        if (untold > 0) {
            untold--;
        }
    }

    /** Takes what the database must be told, as seconds of the minute. */
    synchronized double tell() {
        double seconds = untold * MINUTE_SECONDS / aMinute;
        allowed = Math.max(0, allowed - untold);
        untold = 0;
        return seconds;
    }

    /** @param spentSeconds how much of the minute all nodes have used up, as the database says */
    synchronized void hear(double spentSeconds, long nanos) {
        double left = aMinute - spentSeconds * aMinute / MINUTE_SECONDS;
        allowed = Math.max(0, Math.min(most(), left));
        if (left < 1) {
            double wait = (1 - left) * MINUTE_SECONDS / aMinute;
            closedUntilNanos = nanos + (long) (wait * Duration.ofSeconds(1).toNanos());
            allowed = 1;
        }
    }

    /** The database does not answer. For a second this node allows a second's worth, and does not ask again before that is over. */
    synchronized void hearNothing(long nanos) {
        if (nanos >= unheardUntilNanos) {
            allowed = Math.max(1, aMinute / MINUTE_SECONDS);
            unheardUntilNanos = nanos + Duration.ofSeconds(1).toNanos();
        }
    }

    synchronized boolean hasNews() {
        return untold > 0;
    }

    synchronized boolean isIdleSince(long nanos) {
        return untold == 0 && usedNanos < nanos && closedUntilNanos < nanos;
    }

    synchronized int waitSeconds(long nanos) {
        return (int) Math.max(
                1,
                Math.ceil((closedUntilNanos - nanos)
                        / (double) Duration.ofSeconds(1).toNanos()));
    }

    /** The lock of the thread that asks the database about this share. The others wait for the answer. */
    Object asking() {
        return asking;
    }

    UUID key() {
        return key;
    }

    private double most() {
        return Math.max(1, aMinute / PARTS);
    }
}
