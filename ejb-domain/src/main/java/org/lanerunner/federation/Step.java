package org.lanerunner.federation;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A step of coming in by a provider that waits for the next one.
 *
 * @param providerId its name in the configuration
 * @param personId who links a login; null otherwise
 * @param said what is known of it: secrets, and what a provider told
 * @param begunAt when the proof began that it is part of
 */
record Step(Kind kind, String providerId, UUID personId, Map<String, String> said, Instant begunAt) {

    /** What is waited for, and how long. */
    enum Kind {
        /** At the provider, to sign in. */
        SIGN_IN(Duration.ofMinutes(10)),
        /** At the provider, to link a login. */
        LINK(Duration.ofMinutes(10)),
        /** Back from the provider with a login that is nobody's, to say what is to become of it. */
        ARRIVAL(Duration.ofMinutes(30)),
        /** An account was asked for, and a mail to its address says how to go on. */
        REGISTRATION(Duration.ofDays(1));

        private final Duration lifetime;

        Kind(Duration lifetime) {
            this.lifetime = lifetime;
        }

        Duration lifetime() {
            return lifetime;
        }
    }

    @Override
    public String toString() {
        return "Step " + kind;
    }
}
