package org.lanerunner.identity;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lanerunner.events.DomainEvent;
import org.lanerunner.events.Events;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Grants;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Limits;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Permission;
import org.lanerunner.shared.Principal;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Setting;
import org.lanerunner.shared.Settings;
import org.lanerunner.shared.Sql;
import org.lanerunner.shared.SuspendsTransaction;
import org.lanerunner.shared.Uuid7;

/**
 * Opens, refreshes and ends sessions. A refresh token is good once: its successor is computed from it, so a client whose answer was lost gets the same one
 * again within a short leeway; after the leeway a token that comes back ends the whole session.
 */
@Stateless
public class Sessions {

    /** A change of a session that access tokens must hear of; {@code lowestGeneration} is the highest number for an ended one. */
    record Changed(UUID sessionId, int lowestGeneration) {

        static final int NONE = Integer.MAX_VALUE;

        boolean ended() {
            return lowestGeneration == NONE;
        }
    }

    /** A session just opened: who acts in it, and its tokens. */
    record Opened(Caller caller, Tokens tokens) {}

    /** Of sessions that an earlier version let open, so many end with each that is opened. */
    private static final int AT_ONCE = 20;

    @PersistenceContext(unitName = "lanerunner")
    private EntityManager entities;

    @Inject
    private Sql sql;

    @Inject
    private KnownRoles roles;

    @Inject
    private AccessTokens accessTokens;

    @Inject
    private Settings settings;

    @Inject
    private Events events;

    @Inject
    private Event<Changed> changed;

    @Inject
    private Limits limits;

    @Inject
    private Clock clock;

    /** @throws Refusal CONFLICT when the membership has just ended */
    public Opened openFor(Membership membership) {
        hold(membership);
        Instant now = clock.instant();
        Session session = new Session(
                Uuid7.next(),
                membership.person().id(),
                membership.organisation().id(),
                now,
                now.plus(settings.duration(Setting.SESSION_LIFETIME)));
        entities.persist(session);
        entities.flush();
        endBeyondLimit(session.personId());
        Secret secret = Secret.random();
        keep(session, secret, now);
        Grants grants = roles.grantsOf(membership);
        return new Opened(
                callerIn(session, grants),
                new Tokens(
                        accessTokens.sign(session, grants),
                        secret.text(),
                        accessTokens.lifetime().toSeconds()));
    }

    static Caller callerIn(Session session, Grants grants) {
        return new Caller(new Principal.Person(session.personId(), session.id()), session.organisationId(), grants);
    }

    /**
     * Commits by itself, since a session that ends here must stay ended though the caller is refused.
     *
     * @return empty when the token is not good
     */
    @SuspendsTransaction(
            because =
                    "only SignIn calls it, which works outside of transactions; a session that ends here stays ended though the caller is refused")
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Optional<Tokens> refresh(String refreshToken) {
        Secret secret = new Secret(refreshToken);
        Optional<UUID> sessionId = sql.first(
                "SELECT session_id FROM identity.refresh_token WHERE hash = ?",
                row -> Sql.id(row, "session_id"),
                secret.hash());
        if (sessionId.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Session session = entities.find(Session.class, sessionId.get(), LockModeType.PESSIMISTIC_WRITE);
        Optional<Membership> membership = session.livesAt(now) ? membership(session) : Optional.empty();
        if (membership.isEmpty() || !takeTurn(session, secret, now)) {
            return Optional.empty();
        }
        Secret successor = secret.successor(accessTokens.refreshKey());
        keep(session, successor, now);
        return Optional.of(new Tokens(
                accessTokens.sign(session, roles.grantsOf(membership.get())),
                successor.text(),
                accessTokens.lifetime().toSeconds()));
    }

    /** Signs out the session of the access token. One that has ended stays so. */
    @NeedsNoPermission(because = "whoever shows a token of the session may end it")
    public void signOut(Caller caller) {
        signOut(entities.find(Session.class, caller.person().sessionId(), LockModeType.PESSIMISTIC_WRITE));
    }

    /** Signs out the session of a refresh token, for who has no access token any more. */
    @NeedsNoPermission(because = "whoever shows a token of the session may end it")
    public void signOutBy(String refreshToken) {
        if (refreshToken != null) {
            sql.first(
                            "SELECT session_id FROM identity.refresh_token WHERE hash = ?",
                            row -> Sql.id(row, "session_id"),
                            new Secret(refreshToken).hash())
                    .ifPresent(id -> signOut(entities.find(Session.class, id, LockModeType.PESSIMISTIC_WRITE)));
        }
    }

    private void signOut(Session session) {
        if (session != null && end(session, Session.End.SIGNED_OUT)) {
            events.publish(
                    callerIn(session, Grants.NONE),
                    DomainEvent.of("user.signed-out", session.personId())
                            .readableBy(session.organisationId())
                            .with("personId", session.personId())
                            .with("organisationId", session.organisationId())
                            .with("sessionId", session.id()));
        }
    }

    /** Acts for another organisation of the same person from now on; the session for the former one ends. */
    public Tokens switchTo(Caller caller, UUID organisationId) {
        caller.require(Permission.SELF);
        Membership membership = entities.createQuery(
                        "select m from Membership m where m.person.id = :person and m.organisation.id = :organisation",
                        Membership.class)
                .setParameter("person", caller.person().id())
                .setParameter("organisation", organisationId)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("organisations"));
        Tokens tokens = openFor(membership).tokens();
        endOf(caller.person().sessionId(), Session.End.SWITCHED);
        return tokens;
    }

    /** The oldest make room: nobody is signed in at more places than a command can end at once. */
    private void endBeyondLimit(UUID personId) {
        entities.createQuery(
                        "select s.id from Session s where s.personId = :person and s.endedAt is null order by s.createdAt desc, s.id desc",
                        UUID.class)
                .setParameter("person", personId)
                .setFirstResult(settings.number(Setting.SESSIONS_PER_PERSON))
                .setMaxResults(AT_ONCE)
                .getResultStream()
                .sorted()
                .forEach(id -> {
                    endOf(id, Session.End.TOO_MANY);
                    limits.reached(Limit.SESSIONS);
                });
    }

    /** Until the session is there to be found, the membership neither ends nor loses a role; what was read of it before may be old. */
    private void hold(Membership membership) {
        sql.first("SELECT 1 FROM identity.membership WHERE id = ? FOR SHARE", row -> true, membership.id())
                .orElseThrow(() -> Refusal.conflict(
                        "identity/membership-ended", "You are no member of this organisation any more."));
        entities.refresh(membership);
    }

    public void endOf(UUID sessionId, Session.End reason) {
        Session session = entities.find(Session.class, sessionId, LockModeType.PESSIMISTIC_WRITE);
        if (session != null) {
            end(session, reason);
        }
    }

    /** A membership ended: nobody goes on acting for the organisation with it. */
    public void endMembership(UUID personId, UUID organisationId) {
        living(personId, organisationId).forEach(session -> end(session, Session.End.MEMBERSHIP_ENDED));
    }

    /** Roles were taken away: access tokens that carry them are refused from now on. */
    public void outdate(UUID personId, UUID organisationId) {
        living(personId, organisationId).forEach(session -> {
            session.outdateAccessTokens(clock.instant());
            changed.fire(new Changed(session.id(), session.generation()));
        });
    }

    /** What a role grants has changed: the same for all who hold it, whose memberships are locked. */
    public void outdateHolders(UUID organisationId, Collection<UUID> personIds) {
        sql.query(
                        """
                        WITH held AS (
                            SELECT id FROM identity.session WHERE organisation_id = ? AND person_id = ANY (?) AND ended_at IS NULL ORDER BY id FOR UPDATE)
                        UPDATE identity.session s SET generation = generation + 1, changed_at = ?, version = version + 1
                        FROM held WHERE s.id = held.id RETURNING s.id, s.generation""",
                        row -> new Changed(Sql.id(row, "id"), row.getInt("generation")),
                        organisationId,
                        personIds.toArray(UUID[]::new),
                        clock.instant())
                .forEach(changed::fire);
    }

    private boolean end(Session session, Session.End reason) {
        boolean ended = session.end(reason, clock.instant());
        if (ended) {
            changed.fire(new Changed(session.id(), Changed.NONE));
        }
        return ended;
    }

    /** The first use of a token marks it; a later one is a retry within the leeway, or else a theft, and the session ends. */
    private boolean takeTurn(Session session, Secret secret, Instant now) {
        boolean first = sql.update(
                        "UPDATE identity.refresh_token SET used_at = ? WHERE hash = ? AND used_at IS NULL",
                        now,
                        secret.hash())
                == 1;
        if (first) {
            return true;
        }
        Instant usedAt = sql.first(
                        "SELECT used_at FROM identity.refresh_token WHERE hash = ?",
                        row -> Sql.instant(row, "used_at"),
                        secret.hash())
                .orElseThrow();
        if (now.isBefore(usedAt.plus(settings.duration(Setting.REFRESH_LEEWAY)))) {
            return true;
        }
        end(session, Session.End.TOKEN_REUSED);
        return false;
    }

    private void keep(Session session, Secret secret, Instant now) {
        sql.update(
                "INSERT INTO identity.refresh_token (hash, session_id, created_at) VALUES (?, ?, ?) ON CONFLICT (hash) DO NOTHING",
                secret.hash(),
                session.id(),
                now);
    }

    private Optional<Membership> membership(Session session) {
        return entities.createQuery(
                        "select m from Membership m where m.person.id = :person and m.organisation.id = :organisation",
                        Membership.class)
                .setParameter("person", session.personId())
                .setParameter("organisation", session.organisationId())
                .getResultStream()
                .findFirst();
    }

    private List<Session> living(UUID personId, UUID organisationId) {
        return entities.createQuery(
                        "select s from Session s where s.personId = :person and s.organisationId = :organisation and s.endedAt is null order by s.id",
                        Session.class)
                .setParameter("person", personId)
                .setParameter("organisation", organisationId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }
}
