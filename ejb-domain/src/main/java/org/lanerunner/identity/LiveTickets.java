package org.lanerunner.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CommonPermissions;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Settings;
import org.lanerunner.shared.Sql;

/**
 * Tickets for the live channel. A ticket is good for thirty seconds and one use, whichever node takes it, and only while the session lives that asked for it.
 * Whoever opens a channel with one can be found again by the session at any later time, so that the channel can end with it.
 */
@Stateless
public class LiveTickets {

    private static final Duration LIFETIME = Duration.ofSeconds(30);

    @PersistenceContext(unitName = "lanerunner")
    private EntityManager entities;

    @Inject
    private SessionGrants grants;

    @Inject
    private Sql sql;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    public LiveTicket issue(Caller caller) {
        caller.requireAny(CommonPermissions.SELF, CommonPermissions.SELF_VIEW);
        Instant now = clock.instant();
        Secret secret = Secret.random();
        sql.update("DELETE FROM identity.live_ticket WHERE expires_at < ?", now);
        sql.update(
                "INSERT INTO identity.live_ticket (hash, session_id, expires_at) VALUES (?, ?, ?)",
                secret.hash(),
                caller.principal().session().orElseThrow(Refusal::unauthenticated),
                now.plus(LIFETIME));
        return new LiveTicket(secret.text(), LIFETIME.toSeconds());
    }

    /** Takes the ticket. Of several who show it at once only one is let in. */
    @NeedsNoPermission(because = "it is how somebody becomes a caller")
    public Optional<Caller> redeem(String ticket) {
        return sql.first(
                        "DELETE FROM identity.live_ticket WHERE hash = ? AND expires_at > ? RETURNING session_id",
                        row -> Sql.id(row, "session_id"),
                        new Secret(ticket).hash(),
                        clock.instant())
                .flatMap(this::callerOf);
    }

    /** The caller for whom the session acts now, with their present permissions; empty when session or membership is over. */
    @NeedsNoPermission(because = "it is how somebody becomes a caller")
    public Optional<Caller> callerOf(UUID sessionId) {
        Session session = entities.find(Session.class, sessionId);
        if (session == null || !session.livesAt(clock.instant(), settings.duration(IdentitySettings.SESSION_IDLE))) {
            return Optional.empty();
        }
        return entities.createQuery(
                        "select m from Membership m where m.person.id = :person and m.organisation.id = :organisation",
                        Membership.class)
                .setParameter("person", session.personId())
                .setParameter("organisation", session.organisationId())
                .getResultStream()
                .findFirst()
                .map(membership -> Sessions.callerIn(session, grants.of(membership, session.proof())));
    }
}
