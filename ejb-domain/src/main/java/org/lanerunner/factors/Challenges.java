package org.lanerunner.factors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lanerunner.identity.ProvenBy;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Limits;
import org.lanerunner.shared.Principal;
import org.lanerunner.shared.Sql;

/**
 * Something that was begun and is finished by showing a factor. A challenge is good once, for minutes, with few tries. It is kept as the hash of what the
 * client holds. Only some live at once for one person, and only some for nobody yet; beyond that the oldest goes. Those that are over are deleted when the next
 * ones are made.
 */
@ApplicationScoped
class Challenges {

    static final Duration LIFETIME = Duration.ofMinutes(5);
    static final int TRIES = 5;
    static final int AT_ONCE = 10;

    /** The number for people who sign in with a passkey alone and are not known yet: more than sign in so within five minutes. */
    static final int NOBODYS_AT_ONCE = 10_000;

    private static final int OVER_AT_ONCE = 100;
    private static final int LONGEST = 64;
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The purposes of a challenge. */
    enum Purpose {
        /** Signing in, after the right password. */
        SIGN_IN,
        /** Signing in with a passkey alone. */
        PASSKEY,
        PROVE,
        /** Making a passkey. */
        ADD
    }

    /**
     * @param personId null before it is known who signs in
     * @param sessionId the session in which somebody proves who they are; null otherwise
     * @param first what was proven before
     * @param nonce null as long as no passkey was asked for
     */
    record Open(
            byte[] hash, UUID personId, UUID sessionId, Purpose purpose, ProvenBy first, byte[] nonce, String host) {

        boolean isOf(Caller caller) {
            return caller.person().id().equals(personId)
                    && caller.person().sessionId().equals(sessionId);
        }

        boolean asksAt(PortalOrigin at) {
            return nonce != null && at.host().equals(host);
        }
    }

    @Inject
    private Sql sql;

    @Inject
    private Limits limits;

    @Inject
    private Clock clock;

    /** Begins a challenge with nothing proven before. @return the secret that the client hands back */
    String begin(Purpose purpose, UUID personId, byte[] nonce, PortalOrigin portal) {
        return begin(purpose, personId, null, new ProvenBy(clock.instant(), Set.of()), nonce, portal);
    }

    /** Begins a challenge for the caller, who proves who they are in their present session. @return the secret that the client hands back */
    String begin(Caller caller, byte[] nonce, PortalOrigin portal) {
        Principal.Person person = caller.person();
        ProvenBy nothing = new ProvenBy(clock.instant(), Set.of());
        return begin(Purpose.PROVE, person.id(), person.sessionId(), nothing, nonce, portal);
    }

    /** @param first what was proven before; @return the secret that the client hands back */
    String begin(UUID personId, ProvenBy first) {
        return begin(Purpose.SIGN_IN, personId, null, first, null, null);
    }

    private String begin(
            Purpose purpose, UUID personId, UUID sessionId, ProvenBy first, byte[] nonce, PortalOrigin portal) {
        Instant now = clock.instant();
        String secret = ShownPasskey.encoded(random());
        sql.update(
                "DELETE FROM factors.challenge WHERE hash IN (SELECT hash FROM factors.challenge WHERE expires_at < ? LIMIT ? FOR UPDATE SKIP LOCKED)",
                now,
                OVER_AT_ONCE);
        makeRoom(personId);
        sql.update(
                "INSERT INTO factors.challenge (hash, person_id, session_id, purpose, proven_at, proven_by, nonce, host, expires_at) VALUES (?, ?, ?::uuid, ?, ?, ?, ?, ?, ?)",
                hash(secret),
                personId,
                sessionId,
                purpose,
                first.at(),
                String.join(" ", first.methods()),
                nonce,
                portal == null ? null : portal.host(),
                now.plus(LIFETIME));
        return secret;
    }

    private void makeRoom(UUID personId) {
        if (personId != null) {
            sql.update(
                    "DELETE FROM factors.challenge WHERE hash IN (SELECT hash FROM factors.challenge WHERE person_id = ? ORDER BY expires_at DESC OFFSET ?)",
                    personId,
                    AT_ONCE - 1);
            return;
        }
        int gone = sql.update(
                "DELETE FROM factors.challenge WHERE hash IN (SELECT hash FROM factors.challenge WHERE person_id IS NULL ORDER BY expires_at DESC OFFSET ? LIMIT ?)",
                NOBODYS_AT_ONCE - 1,
                OVER_AT_ONCE);
        if (gone > 0) {
            limits.reached(Limit.CHALLENGES);
        }
    }

    /** The challenge, held until the transaction is over; empty when there is none for these purposes, or not any more. */
    Optional<Open> take(String secret, Purpose... purposes) {
        if (secret == null || secret.length() > LONGEST) {
            return Optional.empty();
        }
        return sql.first(
                        "SELECT hash, person_id, session_id, purpose, proven_at, proven_by, nonce, host FROM factors.challenge WHERE hash = ? AND expires_at > ? AND tries < ? FOR UPDATE",
                        row -> new Open(
                                row.getBytes("hash"),
                                Sql.id(row, "person_id"),
                                Sql.id(row, "session_id"),
                                Purpose.valueOf(row.getString("purpose")),
                                new ProvenBy(Sql.instant(row, "proven_at"), words(row.getString("proven_by"))),
                                row.getBytes("nonce"),
                                row.getString("host")),
                        hash(secret),
                        clock.instant(),
                        TRIES)
                .filter(open -> Arrays.asList(purposes).contains(open.purpose()));
    }

    /** From now on a passkey may be shown for it. */
    void ask(Open open, byte[] nonce, PortalOrigin portal) {
        sql.update(
                "UPDATE factors.challenge SET nonce = ?, host = ? WHERE hash = ?", nonce, portal.host(), open.hash());
    }

    void tried(Open open) {
        sql.update("UPDATE factors.challenge SET tries = tries + 1 WHERE hash = ?", (Object) open.hash());
    }

    void end(Open open) {
        sql.update("DELETE FROM factors.challenge WHERE hash = ?", (Object) open.hash());
    }

    /**
     * Deletes all challenges of a person whose row is locked. Others lock the challenge first and then the person, so one that is being finished at this moment
     * is passed over: it opens nothing, since the person's sessions end.
     */
    void endAllOf(UUID personId) {
        sql.update(
                "DELETE FROM factors.challenge WHERE hash IN (SELECT hash FROM factors.challenge WHERE person_id = ? FOR UPDATE SKIP LOCKED)",
                personId);
    }

    private static Set<String> words(String text) {
        return text.isEmpty() ? Set.of() : Set.of(text.split(" "));
    }

    /** Random bytes, for secrets and for the nonces that passkeys sign. */
    static byte[] random() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
