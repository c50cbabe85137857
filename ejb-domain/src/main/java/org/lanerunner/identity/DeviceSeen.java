package org.lanerunner.identity;

import java.util.regex.Pattern;

/**
 * Where a request for tokens comes from. A browser or program that comes again is recognised by its key, which nobody else has. What it calls itself is only
 * shown.
 *
 * @param key null for a client without one
 * @param address the network address
 * @param userAgent what the client calls itself, or null
 */
public record DeviceSeen(String key, String address, String userAgent) {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{22,128}");

    /** True if the text can be a key: it is long enough not to be guessed. */
    public static boolean isKey(String text) {
        return text != null && KEY.matcher(text).matches();
    }

    public static String newKey() {
        return Secret.random().text();
    }

    public boolean keyed() {
        return key != null;
    }

    String name() {
        return DeviceName.of(userAgent);
    }

    public byte[] keyHash() {
        return new Secret(keyed() ? "key " + key : "no key " + name()).hash();
    }

    @Override
    public String toString() {
        return "DeviceSeen";
    }
}
