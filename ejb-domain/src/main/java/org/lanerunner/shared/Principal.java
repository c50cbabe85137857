package org.lanerunner.shared;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The one who acts: a person who signed in, an administrator who sees what a person sees, a program that shows a key of its organisation, or the system by
 * itself.
 */
public sealed interface Principal {

    /** The kinds, as the audit names them. */
    enum Kind {
        PERSON,
        API_KEY,
        SYSTEM,
        /** A caller who is not known. */
        NOBODY
    }

    /**
     * A person who is signed in, by a session.
     *
     * @param provenAt when they last proved who they are
     * @param provenRecently whether that was recent enough, when the request came, for calls that ask for a fresh proof
     */
    record Person(UUID id, UUID sessionId, Instant provenAt, boolean provenRecently) implements Principal {

        @Override
        public Kind kind() {
            return Kind.PERSON;
        }

        @Override
        public Optional<UUID> actor() {
            return Optional.of(id);
        }

        @Override
        public Optional<UUID> session() {
            return Optional.of(sessionId);
        }
    }

    /**
     * An administrator who sees what a person sees, and changes nothing.
     *
     * @param id the person's id
     */
    record Impersonated(UUID id, UUID sessionId, UUID administratorId) implements Principal {

        @Override
        public Kind kind() {
            return Kind.PERSON;
        }

        @Override
        public Optional<UUID> actor() {
            return Optional.of(id);
        }

        @Override
        public Optional<UUID> session() {
            return Optional.of(sessionId);
        }

        @Override
        public Optional<UUID> impersonator() {
            return Optional.of(administratorId);
        }
    }

    record ApiKey(UUID id) implements Principal {

        @Override
        public Kind kind() {
            return Kind.API_KEY;
        }

        @Override
        public Optional<UUID> actor() {
            return Optional.of(id);
        }
    }

    /** The system, which acts when the time for something has come, or when positions tell of something: by timers and fences. */
    record TheSystem() implements Principal {

        @Override
        public Kind kind() {
            return Kind.SYSTEM;
        }

        @Override
        public Optional<UUID> actor() {
            return Optional.empty();
        }
    }

    Kind kind();

    /** The person or key that log and audit name; empty where the system acts by itself. */
    Optional<UUID> actor();

    /** The session by which somebody is signed in. */
    default Optional<UUID> session() {
        return Optional.empty();
    }

    /** The administrator who sees what the person sees; empty where the person acts. */
    default Optional<UUID> impersonator() {
        return Optional.empty();
    }
}
