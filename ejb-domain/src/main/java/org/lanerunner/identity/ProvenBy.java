package org.lanerunner.identity;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.lanerunner.outbound.Channel;

/**
 * That a person proved who they are: when, and by what. The time is taken before what was shown is looked at, so that a proof that a change of password
 * overtakes opens nothing.
 *
 * @param methods words of RFC 8176, such as {@code pwd} and {@code otp}
 * @param askedAt when its person was asked for it: {@code at}, or earlier, for another's word that rests on what it was shown before
 */
public record ProvenBy(Instant at, Set<String> methods, Instant askedAt) {

    static final String PASSWORD = "pwd";
    private static final String MAIL = "mail";
    private static final String SMS = "sms";
    static final String PROVIDER = "fed";
    private static final Set<String> SECOND_FACTORS = Set.of("otp", "hwk");

    /** The same, asked of rows of sessions. */
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

    /** By another's word for who it is; RFC 8176 has none for it. One factor, whatever was shown there. */
    public static ProvenBy provider(Instant at) {
        return new ProvenBy(at, Set.of(PROVIDER));
    }

    /**
     * The same by a provider that may have asked nobody anything now, since its person was signed in there.
     *
     * @param askedAt when it asked them, as it says; null where it does not say, so that it may be long ago
     */
    public static ProvenBy provider(Instant at, Instant askedAt) {
        Instant asked = askedAt == null ? Instant.EPOCH : askedAt;
        return new ProvenBy(at, Set.of(PROVIDER), asked.isBefore(at) ? asked : at);
    }

    /** As a session keeps them; none where what was shown is there no more. */
    static ProvenBy of(Instant at, String words) {
        return new ProvenBy(at, words.isEmpty() ? Set.of() : Set.of(words.split(" ")));
    }

    /** This one now, and what it was proven by before. */
    ProvenBy and(ProvenBy before) {
        Set<String> all = new TreeSet<>(before.methods);
        all.addAll(methods);
        return new ProvenBy(at, all);
    }

    /** A passkey is two factors by itself; a code comes after the password. */
    public boolean bySecondFactor() {
        return methods.stream().anyMatch(SECOND_FACTORS::contains);
    }

    /** By a code that was sent: to the telephone, or after the password to the mailbox; not by another's word and a code to the mailbox, which may be one mailbox. */
    boolean byCodeOf(Channel channel) {
        return switch (channel) {
            case MAIL -> methods.contains(PASSWORD) && methods.contains(MAIL);
            case SMS -> methods.contains(SMS);
        };
    }

    /** By another's word and nothing else, whichever other's: which one is not kept. A code to the mailbox adds nothing, which may be that other's. */
    boolean byProviderAlone() {
        return methods.contains(PROVIDER) && Set.of(PROVIDER, MAIL).containsAll(methods);
    }

    String words() {
        return String.join(" ", new TreeSet<>(methods));
    }
}
