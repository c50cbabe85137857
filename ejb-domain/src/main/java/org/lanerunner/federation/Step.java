package org.lanerunner.federation;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A step of signing in by a provider, which waits for the next one.
 *
 * @param providerId the provider's name in the configuration
 * @param personId the person who links a login; null otherwise
 * @param said what is known so far: secrets, and what a provider told
 * @param begunAt when the proof began to which this step belongs
 */
record Step(Kind kind, String providerId, UUID personId, Map<String, String> said, Instant begunAt) {

    /** The kinds of steps, and how long each waits. */
    enum Kind {
        /** The person is at the provider, to sign in. */
        SIGN_IN(Duration.ofMinutes(10)),
        /** The person is at the provider, to link a login. */
        LINK(Duration.ofMinutes(10)),
        /** The person is back from the provider with a login that belongs to no account, and has to say what is to become of it. */
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
