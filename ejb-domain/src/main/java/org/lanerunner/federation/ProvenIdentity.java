package org.lanerunner.federation;

import java.text.Normalizer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The identity that somebody has at a provider, just proven.
 *
 * @param subject the provider's own id of the person; it never changes, and never belongs to another
 * @param name null where the provider tells none
 * @param email null where the provider tells none
 * @param emailVerified whether the provider says that the address is theirs
 * @param askedAt when the provider last asked the person to sign in, or null where it does not say
 */
record ProvenIdentity(
        String issuer, String subject, String name, String email, boolean emailVerified, Instant askedAt) {

    private static final int LONGEST_SUBJECT = 255;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_ADDRESS = 254;

    /**
     * Takes what a provider tells. Values that can't be kept are left out.
     *
     * @throws NotProven when the subject can't be one
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

    /** The identity as a step keeps it. */
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

    /** True if the provider says that this address is theirs. */
    boolean hasConfirmed(String address) {
        return emailVerified && email != null && address != null && key(email).equals(key(address));
    }

    /** The form by which accounts are told apart. Comparing without case would treat letters as equal that are not. */
    private static String key(String address) {
        return Normalizer.normalize(address.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** The text by which its person recognises it in a list. */
    String label() {
        return email != null ? email : name != null ? name : subject;
    }

    @Override
    public String toString() {
        return "ProvenIdentity";
    }
}
