package org.lanerunner.shared;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version that a change is based on, as the client's {@code If-Match} header names it. A resource takes it as {@code @HeaderParam("If-Match")
 * @DefaultValue("*") IfMatch}; the service calls {@link #require} inside its transaction.
 */
public final class IfMatch {

    public static final IfMatch ANY = new IfMatch(null);

    private static final Pattern ENTITY_TAG = Pattern.compile("\"(\\d{1,9})\"");

    private final Integer version;

    private IfMatch(Integer version) {
        this.version = version;
    }

    /** A change based on this version. */
    public static IfMatch of(int version) {
        return new IfMatch(version);
    }

    /** Reads the header. A tag that we never wrote matches no version. */
    public static IfMatch fromString(String header) {
        if (header == null || header.isBlank() || header.strip().equals("*")) {
            return ANY;
        }
        Matcher tag = ENTITY_TAG.matcher(header.strip());
        return new IfMatch(tag.matches() ? Integer.parseInt(tag.group(1)) : -1);
    }

    /** @throws Refusal PRECONDITION_FAILED when the client read another version than the present one */
    public void require(int present) {
        if (version != null && version != present) {
            throw new Refusal(
                    Refusal.Kind.PRECONDITION_FAILED,
                    "request/stale",
                    "It was changed since you read it. Read it again and decide anew.");
        }
    }
}
