package org.lanerunner.shared;

import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Answers kept for 24 hours under the key that the client chose for its request ({@code Idempotency-Key}), per owner and endpoint. The answer is written in
 * the transaction of the effect it tells of, under a lock that this transaction holds: so there is never an effect without its answer nor an answer without
 * its effect, and a process that dies leaves neither lock nor row.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class IdempotentAnswers {

    private static final Duration KEPT = Duration.ofHours(24);

    /** @param owner the organisation acted for, or the person where there is none */
    public record Key(UUID owner, String endpoint, String key) {}

    /** @param headers one "Name: value" a line */
    public record Answer(int status, String headers, byte[] body) {}

    @PersistenceContext(unitName = "lanerunner")
    private EntityManager entities;

    @Inject
    private Clock clock;

    /**
     * Takes the key for the present transaction.
     *
     * @return the kept answer, if the request was answered before
     * @throws Refusal CONFLICT while another transaction works on it, INVALID when the answered request had another body
     */
    public Optional<Answer> claim(Key key, byte[] requestHash) {
        Object locked = entities.createNativeQuery("SELECT pg_try_advisory_xact_lock(:lock)")
                .setParameter("lock", lock(key))
                .getSingleResult();
        if (!Boolean.TRUE.equals(locked)) {
            throw Refusal.conflict(
                    "request/still-running", "The first request with this idempotency key is still being worked on.");
        }
        List<?> rows = entities.createNativeQuery(
                        "SELECT request_hash, status, headers, body FROM shared.idempotent_answer"
                                + " WHERE owner_id = :owner AND endpoint = :endpoint AND key = :key AND created_at > :since")
                .setParameter("owner", key.owner())
                .setParameter("endpoint", key.endpoint())
                .setParameter("key", key.key())
                .setParameter("since", clock.instant().minus(KEPT))
                .getResultList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Object[] row = (Object[]) rows.get(0);
        if (!MessageDigest.isEqual((byte[]) row[0], requestHash)) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "request/idempotency-key",
                    "This idempotency key was used for another request.");
        }
        return Optional.of(new Answer(((Number) row[1]).intValue(), (String) row[2], (byte[]) row[3]));
    }

    /** Keeps the answer, if the present transaction commits. */
    public void keep(Key key, byte[] requestHash, Answer answer) {
        entities.createNativeQuery(
                        "INSERT INTO shared.idempotent_answer (owner_id, endpoint, key, request_hash, status, headers, body, created_at)"
                                + " VALUES (:owner, :endpoint, :key, :hash, :status, :headers, :body, :now)"
                                + " ON CONFLICT (owner_id, endpoint, key) DO UPDATE SET request_hash = excluded.request_hash, status = excluded.status,"
                                + " headers = excluded.headers, body = excluded.body, created_at = excluded.created_at")
                .setParameter("owner", key.owner())
                .setParameter("endpoint", key.endpoint())
                .setParameter("key", key.key())
                .setParameter("hash", requestHash)
                .setParameter("status", answer.status())
                .setParameter("headers", answer.headers())
                .setParameter("body", answer.body())
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    @Schedule(hour = "*", minute = "17", persistent = false, info = "idempotent answers older than a day")
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void forgetOld() {
        entities.createNativeQuery("DELETE FROM shared.idempotent_answer WHERE created_at <= :before")
                .setParameter("before", clock.instant().minus(KEPT))
                .executeUpdate();
    }

    private static long lock(Key key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return ByteBuffer.wrap(digest.digest(
                            (key.owner() + " " + key.endpoint() + " " + key.key()).getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
