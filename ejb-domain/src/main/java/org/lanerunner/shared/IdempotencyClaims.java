package org.lanerunner.shared;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.lanerunner.shared.IdempotentAnswers.Kept;

/**
 * Claims the keys of calls that work outside of any transaction, because they stream a large body or call another server. Each key is claimed in a short
 * transaction before the work begins. The claim ends with the kept answer ({@link IdempotentAnswers#keep(Claim, byte[], IdempotentAnswers.Answer)}) or is
 * released. The claim of a process that died runs out. A request that outlives its claim goes on, and has an effect only if nobody has taken the claim over by
 * then.
 */
@NeedsNoPermission(because = "it is asked before the use case, about the caller's own requests")
@Stateless
public class IdempotencyClaims {

    private static final Duration HELD = Duration.ofMinutes(2);

    /** A claim, which is held while the call works. The id tells it from a claim that took its place. */
    public record Claim(UUID id, IdempotencyKey key) {}

    /** The result of asking for a key: the claim, and the answer that was kept if the call was answered before. */
    public record Taken(Claim claim, Optional<Kept> kept) {}

    @Inject
    private Sql sql;

    @Inject
    private IdempotentAnswers answers;

    @Inject
    private Clock clock;

    /** @throws Refusal CONFLICT while another request holds the key */
    public Taken take(IdempotencyKey key) {
        Claim claim = new Claim(Uuid7.next(), key);
        Instant now = clock.instant();
        int taken = sql.update(
                "INSERT INTO shared.idempotency_claim AS held (owner_id, principal_id, endpoint, key, claim_id, until)"
                        + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (owner_id, principal_id, endpoint, key)"
                        + " DO UPDATE SET claim_id = excluded.claim_id, until = excluded.until WHERE held.until <= ?",
                key.owner(),
                key.principal(),
                key.endpoint(),
                key.text(),
                claim.id(),
                now.plus(HELD),
                now);
        if (taken == 0) {
            throw IdempotentAnswers.stillRunning();
        }
        return new Taken(claim, answers.find(key));
    }

    /** Gives the key back, so that the request may be sent again. A claim that has ended or was taken over is left alone. */
    public void release(Claim claim) {
        sql.update("DELETE FROM shared.idempotency_claim WHERE claim_id = ?", claim.id());
    }
}
