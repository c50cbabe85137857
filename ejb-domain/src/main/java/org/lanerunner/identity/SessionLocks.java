package org.lanerunner.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Settings;
import org.lanerunner.shared.Sql;

/**
 * The locks that are taken while a session is opened or goes on, in the one order in which all take them: a challenge that is finished, organisation,
 * membership, person, sessions, devices.
 */
@ApplicationScoped
class SessionLocks {

    private record Held(Instant proofsFrom, boolean locked) {}

    @PersistenceContext(unitName = "lanerunner")
    private EntityManager entities;

    @Inject
    private Organisations organisations;

    @Inject
    private Standing standing;

    @Inject
    private Sql sql;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /**
     * Until the session is committed, the organisation neither closes, nor is suspended, nor asks for more, and the membership neither ends nor loses a role.
     * Both are read again, since what was read before may be old.
     */
    void hold(Membership membership) {
        organisations.requireNotClosed(membership.organisation().id());
        sql.first("SELECT 1 FROM identity.membership WHERE id = ? FOR SHARE", row -> true, membership.id())
                .orElseThrow(() -> Refusal.conflict(
                        "identity/membership-ended", "You are no member of this organisation any more."));
        entities.refresh(membership);
        entities.refresh(membership.organisation());
        standing.requireActing(membership);
    }

    /**
     * Until the present transaction is over nobody ends all sessions of the person. A session that is opened meanwhile is seen and ended after that.
     *
     * @return the time from which on a proof can open a session
     */
    Instant holdPerson(UUID personId) {
        return hold(personId, "FOR SHARE");
    }

    /** Nobody else opens a session of the person meanwhile, or changes several: each of the two sees what the other has done. */
    void holdPersonAlone(UUID personId) {
        hold(personId, "FOR NO KEY UPDATE");
    }

    private Instant hold(UUID personId, String how) {
        Held held = sql.first(
                        "SELECT proofs_from, locked_at IS NOT NULL AS locked FROM identity.person WHERE id = ? " + how,
                        row -> new Held(Sql.instant(row, "proofs_from"), row.getBoolean("locked")),
                        personId)
                .orElseThrow(Refusal::unauthenticated);
        if (held.locked()) {
            throw new Refusal(
                    Refusal.Kind.FORBIDDEN,
                    "identity/locked",
                    "This account is locked. Whoever runs this platform can say why.");
        }
        return held.proofsFrom();
    }

    /** Locks the person too. @throws Refusal UNAUTHENTICATED when all sessions were ended after the proof */
    void requireProofCounts(UUID personId, ProvenBy proof) {
        if (proof.at().isBefore(holdPerson(personId))) {
            throw outdated();
        }
    }

    static Refusal outdated() {
        return new Refusal(
                Refusal.Kind.UNAUTHENTICATED,
                "identity/proof-outdated",
                "The sessions of this account were ended meanwhile. Sign in again.");
    }

    /** @throws Refusal UNAUTHENTICATED for a session that is over */
    Session living(UUID sessionId) {
        Session session = entities.find(Session.class, sessionId, LockModeType.PESSIMISTIC_WRITE);
        if (session == null || !session.livesAt(clock.instant(), settings.duration(IdentitySettings.SESSION_IDLE))) {
            throw Refusal.unauthenticated();
        }
        return session;
    }
}
