package org.lanerunner.factors;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One-time codes by time (RFC 6238): six digits of HMAC-SHA-1 every thirty seconds, which every authenticator app makes. A clock may be one step off. A step
 * that was used, or one before it, is never taken again.
 */
final class OneTimeCodes {

    static final int DIGITS = 6;
    static final Duration STEP = Duration.ofSeconds(30);
    private static final String HMAC = "HmacSHA1";
    private static final int STEPS_OFF = 1;
    private static final int[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000};

    private OneTimeCodes() {}

    /** The step in which the code is right, if it comes after the last one used. All steps are compared, in constant time. */
    static OptionalLong stepOf(String code, byte[] seed, Instant now, long lastStep) {
        long present = stepAt(now);
        byte[] shown = code.getBytes(StandardCharsets.UTF_8);
        OptionalLong right = OptionalLong.empty();
        for (long step = present - STEPS_OFF; step <= present + STEPS_OFF; step++) {
            byte[] wanted = at(step, seed, DIGITS, HMAC).getBytes(StandardCharsets.US_ASCII);
            if (MessageDigest.isEqual(wanted, shown) && step > lastStep) {
                right = OptionalLong.of(step);
            }
        }
        return right;
    }

    static String at(long step, byte[] seed, int digits, String hmac) {
        try {
            Mac mac = Mac.getInstance(hmac);
            mac.init(new SecretKeySpec(seed, hmac));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0x0f;
            int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
            return String.format(java.util.Locale.ROOT, "%0" + digits + "d", number % POWERS[digits]);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    static long stepAt(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), STEP.toSeconds());
    }
}
