package org.lanerunner.identity;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.lanerunner.events.DomainEvent;
import org.lanerunner.events.Events;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CommonPermissions;
import org.lanerunner.shared.Grants;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Limits;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Principal;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Settings;
import org.lanerunner.shared.Sql;
import org.lanerunner.shared.Uuid7;

/** Opens and ends sessions. {@link RefreshTokens} keep them going; {@link Proving} notes by what they were proven. */
@Stateless
public class Sessions {

    /** A change of a session that decides which access tokens are accepted; {@code lowestGeneration} is the highest number for an ended one. */
    record Changed(UUID sessionId, int lowestGeneration) {

        static final int NONE = Integer.MAX_VALUE;

        boolean ended() {
            return lowestGeneration == NONE;
        }
    }

    /** A session that was just opened: the caller who acts in it, and its tokens. */
    record Opened(Caller caller, Tokens tokens) {}

    /** An earlier version let more sessions open: of those at most so many end with each one that is opened. */
    private static final int AT_ONCE = 20;

    @PersistenceContext(unitName = "lanerunner")
    private EntityManager entities;

    @Inject
    private Sql sql;

    @Inject
    private SessionLocks locks;

    @Inject
    private SessionGrants grants;

    @Inject
    private RoadWork roadWork;

    @Inject
    private MembershipRepository memberships;

    @Inject
    private Devices devices;

    @Inject
    private AccessTokens accessTokens;

    @Inject
    private RefreshTokens refreshTokens;

    @Inject
    private SecondFactors secondFactors;

    @Inject
    private SecurityNotices notices;

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

    /**
     * Opens a session for a person who has proved who they are; from now on they act for the organisation. All sign-ins come through here.
     *
     * @throws Refusal CONFLICT when the membership has just ended, UNAUTHENTICATED when the proof counts no more, or is not enough since a factor was added
     * meanwhile
     */
    public Opened openFor(Membership membership, ProvenBy proof, DeviceSeen seen) {
        locks.hold(membership);
        UUID personId = membership.person().id();
        locks.requireProofCounts(personId, proof);
        if (!secondFactors.isEnough(personId, proof)) {
            throw SessionLocks.outdated();
        }
        makeRoom(personId);
        Devices.Known device = devices.of(personId, seen, clock.instant());
        if (device.fresh() && hasSignedInBefore(personId)) {
            notices.tell(
                    personId,
                    SecurityNotice.NEW_DEVICE,
                    Map.of("device", seen.name() == null ? "?" : seen.name(), "address", seen.address()));
        }
        return open(membership, device.id(), seen.address(), proof);
    }

    /**
     * Opens a session in which the caller acts for one more organisation. The proof goes along, even if all other sessions were ended since, and the device
     * stays the one on which it was proven.
     */
    public Opened openFrom(Caller caller, Membership membership) {
        locks.hold(membership);
        UUID personId = caller.person().id();
        locks.holdPersonAlone(personId);
        Session present = locks.living(caller.person().sessionId());
        makeRoom(personId);
        return open(membership, present.deviceId(), present.address(), present.proof());
    }

    private boolean hasSignedInBefore(UUID personId) {
        return sql.first("SELECT 1 FROM identity.session WHERE person_id = ? LIMIT 1", row -> true, personId)
                .isPresent();
    }

    private Opened open(Membership membership, UUID deviceId, String address, ProvenBy proof) {
        Session session = new Session(
                membership,
                Uuid7.next(),
                deviceId,
                address,
                proof,
                clock.instant(),
                settings.duration(IdentitySettings.SESSION_LIFETIME));
        entities.persist(session);
        entities.flush();
        Grants granted = grants.of(membership, proof);
        return new Opened(
                callerIn(session, granted),
                new Tokens(
                        accessTokens.sign(session, granted),
                        refreshTokens.first(session),
                        accessTokens.lifetime().toSeconds()));
    }

    /** The caller of the session outside of a request. It never counts as having just proven who they are. */
    static Caller callerIn(Session session, Grants grants) {
        return session.isImpersonation()
                ? new Caller(
                        new Principal.Impersonated(session.personId(), session.id(), session.impersonatedBy()),
                        session.organisationId(),
                        grants.readingOnly())
                : new Caller(
                        new Principal.Person(
                                session.personId(),
                                session.id(),
                                session.proof().at(),
                                false),
                        session.organisationId(),
                        grants);
    }

    /**
     * Opens a session in which the administrator sees what the member sees, reading only and for a quarter of an hour. Another such session that they opened
     * from their own ends.
     *
     * @return an access token alone
     */
    public Opened impersonate(Caller administrator, Membership membership, String reason) {
        locks.hold(membership);
        locks.holdPerson(membership.person().id());
        Session own = locks.living(administrator.person().sessionId());
        endImpersonationsBy(own);
        Session session = Session.impersonation(membership, Uuid7.next(), own, reason, clock.instant());
        entities.persist(session);
        entities.flush();
        Caller reading = callerIn(session, grants.of(membership, session.proof()));
        return new Opened(
                reading,
                new Tokens(accessTokens.sign(session, reading.grants()), null, Session.IMPERSONATION.toSeconds()));
    }

    /** Signs out the session of the access token. A session that has ended stays so. */
    @NeedsNoPermission(because = "whoever shows a token of the session may end it")
    public void signOut(Caller caller) {
        signOut(entities.find(Session.class, caller.person().sessionId(), LockModeType.PESSIMISTIC_WRITE));
    }

    /** Signs out the session of a refresh token, on its device, for a client that has no access token any more. A used token ends nothing here. */
    @NeedsNoPermission(because = "whoever shows a token of the session may end it")
    public void signOutBy(String refreshToken, DeviceSeen seen) {
        refreshTokens.present(refreshToken, seen).ifPresent(this::signOut);
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

    /** Opens a session for another organisation of the same person, and ends the one for the former organisation. */
    public Tokens switchTo(Caller caller, UUID organisationId) {
        caller.require(CommonPermissions.SELF);
        Membership membership = memberships
                .find(organisationId, caller.person().id())
                .orElseThrow(() -> Refusal.notFound("organisations"));
        Tokens tokens = openFrom(caller, membership).tokens();
        endOf(caller.person().sessionId(), Session.End.SWITCHED);
        return tokens;
    }

    /** Ends the oldest sessions to make room for one more: nobody has more sessions than a command can end at once. */
    private void makeRoom(UUID personId) {
        entities.createQuery(
                        "select s.id from Session s where s.personId = :person and s.endedAt is null and s.impersonatedBy is null order by s.createdAt desc, s.id desc",
                        UUID.class)
                .setParameter("person", personId)
                .setFirstResult(settings.number(IdentitySettings.SESSIONS_PER_PERSON) - 1)
                .setMaxResults(AT_ONCE)
                .getResultStream()
                .sorted()
                .forEach(id -> {
                    endOf(id, Session.End.TOO_MANY);
                    limits.reached(Limit.SESSIONS);
                });
    }

    public void endOf(UUID sessionId, Session.End reason) {
        Session session = entities.find(Session.class, sessionId, LockModeType.PESSIMISTIC_WRITE);
        if (session != null) {
            end(session, reason);
        }
    }

    /** A membership ended: its person's sessions for the organisation end. */
    public void endMembership(UUID personId, UUID organisationId) {
        living(personId, organisationId).forEach(session -> end(session, Session.End.MEMBERSHIP_ENDED));
    }

    /** Roles were taken away: access tokens that carry them are refused from now on. */
    public void outdate(UUID personId, UUID organisationId) {
        living(personId, organisationId).forEach(session -> {
            session.outdateAccessTokens(clock.instant());
            changed.fire(new Changed(session.id(), session.generation()));
            endImpersonationsBy(session);
        });
    }

    /** A role grants something else now: access tokens of all its holders are refused. Their memberships are locked. */
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

    /** Ends all sessions of a person, everywhere, after a password was set anew by mail, or a lock. Earlier proofs open no other session. */
    public void endAllOf(UUID personId, Session.End reason) {
        endAllBut(personId, null, reason);
    }

    /**
     * Ends all sessions of a person but the one in which they act. Earlier proofs open no other session; the one that stays keeps its proof.
     *
     * @param kept the session that stays; null for none
     */
    public void endAllBut(UUID personId, UUID kept, Session.End reason) {
        endIf(personId, session -> !session.id().equals(kept), reason);
    }

    /**
     * A login elsewhere is not the person's any more. Sessions that were opened by a login alone end, except the one in which the person acts, and earlier
     * proofs open no other session. It is not kept by which login a session was opened: so sessions opened by another login end too, and can be opened by it
     * again.
     */
    public void endOpenedByLogin(UUID personId, UUID kept) {
        endIf(
                personId,
                session -> session.proof().byProviderAlone() && !session.id().equals(kept),
                Session.End.LOGIN_REMOVED);
        // written now, since what follows looks for the others in the database
        entities.flush();
    }

    private void endIf(UUID personId, Predicate<Session> which, Session.End reason) {
        sql.update("UPDATE identity.person SET proofs_from = ? WHERE id = ?", clock.instant(), personId);
        entities.createQuery(
                        "select s from Session s where s.personId = :person and s.endedAt is null order by s.id",
                        Session.class)
                .setParameter("person", personId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .filter(which)
                .forEach(session -> end(session, reason));
    }

    /** The organisation closed: all its sessions end. A session that is opened at this moment is either seen here, or sees that the organisation is closed. */
    public void endAllFor(UUID organisationId) {
        endAllFor(organisationId, Set.of(), Session.End.ORGANISATION_CLOSED);
    }

    /** The organisation is suspended: only those people go on who have something to deliver, and with no more than they need for it. */
    public void suspendAllFor(UUID organisationId, Set<UUID> driving) {
        endAllFor(organisationId, driving, Session.End.ORGANISATION_SUSPENDED);
        outdateHolders(organisationId, driving);
    }

    /**
     * A suspended organisation has less to deliver than before: the sessions of people who have nothing left end. Of two last deliveries at once the later one
     * sees the earlier.
     */
    public void endAllWithoutRoadWork(UUID organisationId) {
        holdMemberships(organisationId);
        endAllFor(organisationId, roadWork.peopleOf(organisationId), Session.End.ORGANISATION_SUSPENDED);
    }

    private void holdMemberships(UUID organisationId) {
        sql.query(
                "SELECT 1 FROM identity.membership WHERE organisation_id = ? ORDER BY id FOR UPDATE",
                row -> true,
                organisationId);
    }

    /** @param staying the people whose own sessions do not end */
    private void endAllFor(UUID organisationId, Set<UUID> staying, Session.End reason) {
        holdMemberships(organisationId);
        sql.query(
                        """
                        WITH open AS (
                            SELECT id FROM identity.session WHERE organisation_id = ? AND ended_at IS NULL AND (person_id <> ALL (?) OR impersonated_by IS NOT NULL)
                            ORDER BY id FOR UPDATE)
                        UPDATE identity.session s SET ended_at = ?, changed_at = ?, end_reason = ?, version = version + 1
                        FROM open WHERE s.id = open.id RETURNING s.id""",
                        row -> new Changed(Sql.id(row, "id"), Changed.NONE),
                        organisationId,
                        staying.toArray(UUID[]::new),
                        clock.instant(),
                        clock.instant(),
                        reason)
                .forEach(changed::fire);
    }

    private boolean end(Session session, Session.End reason) {
        boolean ended = session.end(reason, clock.instant());
        if (ended) {
            changed.fire(new Changed(session.id(), Changed.NONE));
        }
        if (ended) {
            endImpersonationsBy(session);
        }
        return ended;
    }

    /** Sessions in which an administrator sees what others see end with the session from which they were opened. */
    private void endImpersonationsBy(Session ofAdministrator) {
        if (!entities.find(Organisation.class, ofAdministrator.organisationId()).isPlatform()) {
            return;
        }
        entities.createQuery(
                        "select s from Session s where s.impersonatorSession = :session and s.endedAt is null order by s.id",
                        Session.class)
                .setParameter("session", ofAdministrator.id())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .forEach(session -> end(session, Session.End.ADMINISTRATOR_LEFT));
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
