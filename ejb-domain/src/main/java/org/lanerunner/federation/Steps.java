package org.lanerunner.federation;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lanerunner.identity.DeviceSeen;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Limits;
import org.lanerunner.shared.Sql;
import org.lanerunner.shared.Uuid7;
import org.lanerunner.vault.Vault;

/**
 * Steps that wait. Each is found by the hash of a secret that its person brings: once, within its time, and in the browser where it began. All else that is
 * known of it is sealed. Steps that are over are deleted when the next ones begin, and so are the oldest while very many wait. So somebody who fills the place
 * keeps nobody out who is back within a minute or so.
 */
@Stateless
public class Steps {

    /** The most steps of a kind: more people than sign in within ten minutes. */
    static final int MOST = 20_000;

    private static final int OVER_AT_ONCE = 100;
    private static final int LONGEST_SECRET = 64;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> SAID = new TypeReference<>() {};

    private record Kept(UUID id, String provider, UUID personId, byte[] sealed, Instant begunAt) {}

    @Inject
    private Vault vault;

    @Inject
    private SealedSteps column;

    @Inject
    private Sql sql;

    @Inject
    private Limits limits;

    @Inject
    private Clock clock;

    /** @param seen null for a step that waits for a mail's link; @return the secret */
    public String begin(Step step, DeviceSeen seen) {
        Instant now = clock.instant();
        sql.update(
                "DELETE FROM federation.step WHERE id IN (SELECT id FROM federation.step WHERE kind = ? AND expires_at < ? LIMIT ? FOR UPDATE SKIP LOCKED)",
                step.kind(),
                now,
                OVER_AT_ONCE);
        if (sql.first(
                        "SELECT 1 FROM federation.step WHERE kind = ? OFFSET ? LIMIT 1",
                        row -> true,
                        step.kind(),
                        MOST - 1)
                .isPresent()) {
            limits.reached(Limit.LOGIN_STEPS);
            sql.update(
                    "DELETE FROM federation.step WHERE id IN (SELECT id FROM federation.step WHERE kind = ? ORDER BY expires_at LIMIT ? FOR UPDATE SKIP LOCKED)",
                    step.kind(),
                    OVER_AT_ONCE);
        }
        String secret = FlowSecret.random();
        UUID id = Uuid7.next();
        sql.update(
                "INSERT INTO federation.step (id, secret_hash, device_hash, kind, provider, person_id, sealed, begun_at, expires_at) VALUES (?, ?, ?::bytea, ?, ?, ?::uuid, ?, ?, ?)",
                id,
                FlowSecret.hash(secret),
                seen == null ? null : seen.keyHash(),
                step.kind(),
                step.providerId(),
                step.personId(),
                vault.seal(column, id, bytes(step.said())),
                step.begunAt(),
                now.plus(step.kind().lifetime()));
        return secret;
    }

    /**
     * Takes the step. Only the first to take it has it, unless the same transaction is rolled back. A step of another browser or another kind stays where it
     * is.
     *
     * @param seen null for a step that waited for a mail's link
     */
    public Optional<Step> take(String secret, Step.Kind kind, DeviceSeen seen) {
        if (secret == null || secret.length() > LONGEST_SECRET) {
            return Optional.empty();
        }
        return sql.first(
                        "DELETE FROM federation.step WHERE secret_hash = ? AND kind = ? AND device_hash IS NOT DISTINCT FROM ?::bytea AND expires_at > ?"
                                + " RETURNING id, provider, person_id, sealed, begun_at",
                        row -> new Kept(
                                Sql.id(row, "id"),
                                row.getString("provider"),
                                Sql.id(row, "person_id"),
                                row.getBytes("sealed"),
                                Sql.instant(row, "begun_at")),
                        FlowSecret.hash(secret),
                        kind,
                        seen == null ? null : seen.keyHash(),
                        clock.instant())
                .map(kept -> new Step(
                        kind,
                        kept.provider(),
                        kept.personId(),
                        said(vault.open(column, kept.id(), kept.sealed())),
                        kept.begunAt()));
    }

    private static byte[] bytes(Map<String, String> said) {
        try {
            return JSON.writeValueAsBytes(said);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Map<String, String> said(byte[] bytes) {
        try {
            return JSON.readValue(bytes, SAID);
        } catch (IOException nothingOfOurs) {
            throw new UncheckedIOException(nothingOfOurs);
        }
    }
}
