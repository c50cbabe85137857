package org.lanerunner.identity;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.lanerunner.outbound.Channel;

/**
 * A person proved who they are: when, and by what. The time is taken before the proof is looked at, so a proof that is overtaken by a change of password opens
 * nothing.
 *
 * @param methods words of RFC 8176, such as {@code pwd} and {@code otp}
 * @param askedAt when the person was asked for it: at {@code at}, or earlier if a provider vouches by what it was shown before
 */
public record ProvenBy(Instant at, Set<String> methods, Instant askedAt) {

    static final String PASSWORD = "pwd";
    private static final String MAIL = "mail";
    private static final String SMS = "sms";
    static final String PROVIDER = "fed";
    private static final Set<String> SECOND_FACTORS = Set.of("otp", "hwk");

    /** The condition of {@link #bySecondFactor} for rows of sessions. */
    static final String BY_SECOND_FACTOR = "string_to_array(proven_by, ' ') && ARRAY['otp', 'hwk']";

    public ProvenBy {
        methods = Set.copyOf(methods);
    }

    public ProvenBy(Instant at, Set<String> methods) {
        this(at, methods, at);
    }

    static ProvenBy password(Instant at) {
        return new ProvenBy(at, Set.of(PASSWORD));
    }

    /** A provider vouches for the person. RFC 8176 has no word for it. It counts as one factor, whatever was shown there. */
    public static ProvenBy provider(Instant at) {
        return new ProvenBy(at, Set.of(PROVIDER));
    }

    /**
     * As {@link #provider(Instant)}, by a provider that may not have asked the person now, since they were signed in there.
     *
     * @param askedAt when the provider asked them, as it says; null where it does not say, so that it may be long ago
     */
    public static ProvenBy provider(Instant at, Instant askedAt) {
        Instant asked = askedAt == null ? Instant.EPOCH : askedAt;
        return new ProvenBy(at, Set.of(PROVIDER), asked.isBefore(at) ? asked : at);
    }

    /** A proof as a session keeps it. It has no methods if all that was shown has been removed since. */
    static ProvenBy of(Instant at, String words) {
        return new ProvenBy(at, words.isEmpty() ? Set.of() : Set.of(words.split(" ")));
    }

    /** This proof, with the methods of the one before added. */
    ProvenBy and(ProvenBy before) {
        Set<String> all = new TreeSet<>(before.methods);
        all.addAll(methods);
        return new ProvenBy(at, all);
    }

    /** True for a passkey, which is two factors by itself, and for a code of an app, which comes after the password. */
    public boolean bySecondFactor() {
        return methods.stream().anyMatch(SECOND_FACTORS::contains);
    }

    /**
     * True if the proof has a code that was sent: by SMS, or by mail after the password. A provider's word and a code by mail do not count, since both may come
     * from one mailbox.
     */
    boolean byCodeOf(Channel channel) {
        return switch (channel) {
            case MAIL -> methods.contains(PASSWORD) && methods.contains(MAIL);
            case SMS -> methods.contains(SMS);
        };
    }

    /**
     * True if the proof is a provider's word and nothing else. It is not kept which provider. A code by mail adds nothing, since the mailbox may be the
     * provider's.
     */
    boolean byProviderAlone() {
        return methods.contains(PROVIDER) && Set.of(PROVIDER, MAIL).containsAll(methods);
    }

    String words() {
        return String.join(" ", new TreeSet<>(methods));
    }
}
