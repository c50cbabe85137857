package org.lanerunner.federation;

import java.text.Normalizer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Who somebody is at a provider, as it has just been proven.
 *
 * @param subject never changes and is never another's there
 * @param name null where the provider tells none
 * @param email null where the provider tells none
 * @param emailVerified whether the provider says that the address is theirs
 * @param askedAt when the provider has asked for them, or null where it does not say
 */
record ProvenIdentity(
        String issuer, String subject, String name, String email, boolean emailVerified, Instant askedAt) {

    private static final int LONGEST_SUBJECT = 255;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_ADDRESS = 254;

    /**
     * As a provider tells it: what can't be kept is left out.
     *
     * @throws NotProven when the subject is none
     */
    static ProvenIdentity told(
            String issuer, String subject, String name, String email, boolean emailVerified, Instant askedAt) {
        if (kept(subject, LONGEST_SUBJECT) == null) {
            throw new NotProven("the subject is empty, too long or no text");
        }
        return new ProvenIdentity(
                issuer, subject, kept(name, LONGEST_NAME), kept(email, LONGEST_ADDRESS), emailVerified, askedAt);
    }

    private static String kept(String text, int longest) {
        boolean fits = text != null
                && !text.isBlank()
                && text.length() <= longest
                && text.codePoints()
                        .noneMatch(point -> Character.isISOControl(point)
                                || Character.getType(point) == Character.SURROGATE
                                || Character.getType(point) == Character.FORMAT);
        return fits ? text.strip() : null;
    }

    /** As a step keeps it. */
    Map<String, String> said() {
        Map<String, String> said = new HashMap<>(
                Map.of("issuer", issuer, "subject", subject, "emailVerified", String.valueOf(emailVerified)));
        if (name != null) {
            said.put("name", name);
        }
        if (email != null) {
            said.put("email", email);
        }
        return said;
    }

    static ProvenIdentity of(Map<String, String> said) {
        return new ProvenIdentity(
                said.get("issuer"),
                said.get("subject"),
                said.get("name"),
                said.get("email"),
                Boolean.parseBoolean(said.get("emailVerified")),
                null);
    }

    boolean isSame(ProvenIdentity other) {
        return issuer.equals(other.issuer) && subject.equals(other.subject);
    }

    /** Whether the provider says that this address is theirs. */
    boolean hasConfirmed(String address) {
        return emailVerified && email != null && address != null && key(email).equals(key(address));
    }

    /** As accounts are told apart by it: ignoring case would take letters for alike that are not. */
    private static String key(String address) {
        return Normalizer.normalize(address.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** As its person knows it in a list. */
    String label() {
        return email != null ? email : name != null ? name : subject;
    }

    @Override
    public String toString() {
        return "ProvenIdentity";
    }
}
