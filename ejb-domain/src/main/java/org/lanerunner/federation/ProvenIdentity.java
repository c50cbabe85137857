package org.lanerunner.federation;

import java.time.Instant;

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

    /** As its person knows it in a list. */
    String label() {
        return email != null ? email : name != null ? name : subject;
    }

    @Override
    public String toString() {
        return "ProvenIdentity";
    }
}
