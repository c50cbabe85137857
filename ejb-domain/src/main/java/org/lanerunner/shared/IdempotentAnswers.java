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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Answers that are kept for 24 hours under an {@link IdempotencyKey}. The answer is written in the transaction of the effect of which it tells, so there is
 * never an effect without its answer nor an answer without its effect. A call that works in one transaction takes the key under a lock of that transaction. A
 * call that works outside first takes an {@link IdempotencyClaims.Claim}.
 */
@NeedsNoPermission(because = "it is asked around the use case, about the caller's own requests")
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class IdempotentAnswers {

    private static final Duration KEPT = Duration.ofHours(24);

    /** @param headers one "Name: value" in each line */
    public record Answer(int status, String headers, byte[] body) {}

    /** An answer with the hash of the request that it answered. */
    public record Kept(byte[] requestHash, Answer answer) {

        /** @throws Refusal INVALID when the present request is another one than was answered */
        public Answer to(byte[] repeatedHash) {
            if (!MessageDigest.isEqual(requestHash, repeatedHash)) {
                throw new Refusal(
                        Refusal.Kind.INVALID,
                        "request/idempotency-key",
                        "This idempotency key was used for another request.");
            }
            return answer;
        }
    }

    @PersistenceContext(unitName = "lanerunner")
    private EntityManager entities;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /**
     * Takes the key for the present transaction.
     *
     * @return the kept answer, if the request was answered before
     * @throws Refusal CONFLICT while another transaction works on it, INVALID when the answered request had another body, FORBIDDEN when the caller's roles
     * have become less since then
     */
    public Optional<Answer> claim(IdempotencyKey key, byte[] requestHash) {
        boolean locked = sql.first(
                        "SELECT pg_try_advisory_xact_lock(?) AS locked", row -> row.getBoolean("locked"), lock(key))
                .orElseThrow();
        if (!locked) {
            throw stillRunning();
        }
        return find(key).map(kept -> kept.to(requestHash));
    }

    /**
     * Finds a kept answer. The use case, which asks for its permission, is not run again, so the caller's grants are checked here: nobody gets an answer for
     * which they have lost the permission.
     */
    public Optional<Kept> find(IdempotencyKey key) {
        return sql.first(
                "SELECT request_hash, status, headers, body, coalesce(permissions <@ ?, true) AS allowed FROM shared.idempotent_answer"
                        + " WHERE owner_id = ? AND principal_id = ? AND endpoint = ? AND key = ? AND created_at > ?",
                IdempotentAnswers::kept,
                permissions(key),
                key.owner(),
                key.principal(),
                key.endpoint(),
                key.text(),
                clock.instant().minus(KEPT));
    }

    private static Kept kept(ResultSet row) throws SQLException {
        if (!row.getBoolean("allowed")) {
            throw Refusal.forbidden("What you may do here has become less since this request was answered.");
        }
        return new Kept(
                row.getBytes("request_hash"),
                new Answer(row.getInt("status"), row.getString("headers"), row.getBytes("body")));
    }

    /** Keeps the answer, if the present transaction commits. All that the database refuses of the effect, it refuses before that. */
    public void keep(IdempotencyKey key, byte[] requestHash, Answer answer) {
        entities.flush();
        sql.update(
                "INSERT INTO shared.idempotent_answer (owner_id, principal_id, endpoint, key, request_hash, status, headers, body, permissions, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (owner_id, principal_id, endpoint, key) DO UPDATE SET request_hash = excluded.request_hash,"
                        + " status = excluded.status, headers = excluded.headers, body = excluded.body, permissions = excluded.permissions,"
                        + " created_at = excluded.created_at",
                key.owner(),
                key.principal(),
                key.endpoint(),
                key.text(),
                requestHash,
                answer.status(),
                answer.headers(),
                answer.body(),
                permissions(key),
                clock.instant());
    }

    /**
     * Keeps the answer and ends the claim, if the present transaction commits.
     *
     * @throws Refusal CONFLICT when the claim ran out and another request has it; then nothing of this one may happen
     */
    public void keep(IdempotencyClaims.Claim claim, byte[] requestHash, Answer answer) {
        keep(claim.key(), requestHash, answer);
        if (sql.update("DELETE FROM shared.idempotency_claim WHERE claim_id = ?", claim.id()) == 0) {
            throw stillRunning();
        }
    }

    @Schedule(hour = "*", minute = "17", persistent = false, info = "idempotent answers older than a day")
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void forgetOld() {
        sql.update(
                "DELETE FROM shared.idempotent_answer WHERE created_at <= ?",
                clock.instant().minus(KEPT));
        sql.update(
                "DELETE FROM shared.idempotency_claim WHERE until <= ?",
                clock.instant().minus(KEPT));
    }

    private static String[] permissions(IdempotencyKey key) {
        return key.grants().toArray(String[]::new);
    }

    static Refusal stillRunning() {
        return Refusal.conflict(
                "request/still-running", "The first request with this idempotency key is still being worked on.");
    }

    private static long lock(IdempotencyKey key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return ByteBuffer.wrap(digest.digest(
                            (key.owner() + " " + key.principal() + " " + key.endpoint() + " " + key.text())
                                    .getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
