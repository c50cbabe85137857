package org.lanerunner.identity;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lanerunner.events.Audit;
import org.lanerunner.shared.Grants;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Settings;
import org.lanerunner.shared.Sql;
import org.lanerunner.shared.SuspendsTransaction;

/**
 * Tokens that keep a session going. Each is good once. Its successor is computed from it, so a client that lost the answer gets the same successor again within
 * a short leeway. After the leeway, a used token that comes back, from anywhere, ends the whole session, and its person is told. A token of a session that is
 * bound to a device is good only there.
 */
@Stateless
public class RefreshTokens {

    /** The new tokens, or the reason why there are none. */
    record Refreshed(Tokens tokens, Refused why, Refusal refusal) {

        static Refreshed refused(Refused why) {
            return new Refreshed(null, why, null);
        }

        static Refreshed suspended(Refusal refusal) {
            return new Refreshed(null, Refused.SUSPENDED, refusal);
        }
    }

    /** The reasons why a token brings no new ones. */
    enum Refused {
        /** The token is unknown, was used before, or belongs to a session that is over. */
        OVER,
        /** The session belongs to another device, and lives on there. */
        OTHER_DEVICE,
        /** The organisation is suspended, and the person has nothing left to deliver for it. */
        SUSPENDED
    }

    @PersistenceContext(unitName = "lanerunner")
    private EntityManager entities;

    @Inject
    private Sql sql;

    @Inject
    private SessionGrants grants;

    @Inject
    private MembershipRepository memberships;

    @Inject
    private Devices devices;

    @Inject
    private Standing standing;

    @Inject
    private Sessions sessions;

    @Inject
    private AccessTokens accessTokens;

    @Inject
    private Audit audit;

    @Inject
    private SecurityNotices notices;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** The first token of a session that was just made. */
    public String first(Session session) {
        Secret secret = Secret.random();
        keep(session, secret, clock.instant());
        return secret.text();
    }

    /** This commits by itself, since a session that ends here must stay ended though the caller is refused. */
    @SuspendsTransaction(
            because =
                    "only SignIn calls it, which works outside of transactions; a session that ends here stays ended though the caller is refused")
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Refreshed refresh(String refreshToken, DeviceSeen seen) {
        Secret secret = new Secret(refreshToken);
        Optional<UUID> sessionId = sql.first(
                "SELECT session_id FROM identity.refresh_token WHERE hash = ?",
                row -> Sql.id(row, "session_id"),
                secret.hash());
        if (sessionId.isEmpty()) {
            return Refreshed.refused(Refused.OVER);
        }
        Instant now = clock.instant();
        Session session = entities.find(Session.class, sessionId.get(), LockModeType.PESSIMISTIC_WRITE);
        if (session.endedBy() == Session.End.ORGANISATION_SUSPENDED) {
            return memberships
                    .find(session.organisationId(), session.personId())
                    .flatMap(standing::refusal)
                    .map(Refreshed::suspended)
                    .orElseGet(() -> Refreshed.refused(Refused.OVER));
        }
        Optional<Membership> membership = session.livesAt(now, settings.duration(IdentitySettings.SESSION_IDLE))
                ? memberships.find(session.organisationId(), session.personId())
                : Optional.empty();
        if (membership.isEmpty()) {
            return Refreshed.refused(Refused.OVER);
        }
        if (hasComeBack(session, secret, now)) {
            return Refreshed.refused(Refused.OVER);
        }
        if (isOnAnotherDevice(session, seen)) {
            audit.record(Sessions.callerIn(session, Grants.NONE), "session.other-device", session.id());
            return Refreshed.refused(Refused.OTHER_DEVICE);
        }
        Optional<Refusal> suspended = standing.refusal(membership.get());
        if (suspended.isPresent()) {
            sessions.endOf(session.id(), Session.End.ORGANISATION_SUSPENDED);
            return Refreshed.suspended(suspended.get());
        }
        sql.update(
                "UPDATE identity.refresh_token SET used_at = ? WHERE hash = ? AND used_at IS NULL", now, secret.hash());
        session.used(device(session, seen, now), seen.address(), now);
        Secret successor = secret.successor(accessTokens.refreshKey());
        keep(session, successor, now);
        return new Refreshed(
                new Tokens(
                        accessTokens.sign(session, grants.of(membership.get(), session.proof())),
                        successor.text(),
                        accessTokens.lifetime().toSeconds()),
                null,
                null);
    }

    /**
     * The session of a token that is good here and now, locked. A token that was used within the leeway is good too, since the client may have lost the answer.
     */
    public Optional<Session> present(String refreshToken, DeviceSeen seen) {
        return sql.first(
                        "SELECT session_id FROM identity.refresh_token WHERE hash = ? AND (used_at IS NULL OR used_at > ?)",
                        row -> Sql.id(row, "session_id"),
                        new Secret(refreshToken == null ? "" : refreshToken).hash(),
                        clock.instant().minus(settings.duration(IdentitySettings.REFRESH_LEEWAY)))
                .map(id -> entities.find(Session.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(session -> !isOnAnotherDevice(session, seen));
    }

    /**
     * True if another device holds the session. Another program on the same device does not count: only a key tells devices apart, never what a client calls
     * itself.
     */
    private boolean isOnAnotherDevice(Session session, DeviceSeen seen) {
        return session.deviceId() != null
                && devices.isKeyed(session.deviceId())
                && !(seen.keyed() && devices.isThis(session.deviceId(), seen));
    }

    /** The device of the session. A session without a key is bound by the first device with one that comes. */
    private UUID device(Session session, DeviceSeen seen, Instant now) {
        boolean binds = session.deviceId() == null || seen.keyed() && !devices.isKeyed(session.deviceId());
        if (binds) {
            return devices.of(session.personId(), seen, now).id();
        }
        devices.seenAgain(session.deviceId(), seen, now);
        return session.deviceId();
    }

    /**
     * True if a used token came back after its leeway, which means theft, from whichever device it comes. Either of the two who have it may be the thief, so
     * the session ends for both. Within the leeway it is a retry.
     */
    private boolean hasComeBack(Session session, Secret secret, Instant now) {
        Instant leewayFrom = now.minus(settings.duration(IdentitySettings.REFRESH_LEEWAY));
        boolean back = sql.first(
                        "SELECT 1 FROM identity.refresh_token WHERE hash = ? AND used_at <= ?",
                        row -> true,
                        secret.hash(),
                        leewayFrom)
                .isPresent();
        if (back) {
            sessions.endOf(session.id(), Session.End.TOKEN_REUSED);
            audit.record(Sessions.callerIn(session, Grants.NONE), "session.token-reused", session.id());
            notices.tell(session.personId(), SecurityNotice.SESSION_REUSED, Map.of());
        }
        return back;
    }

    private void keep(Session session, Secret secret, Instant now) {
        sql.update(
                "INSERT INTO identity.refresh_token (hash, session_id, created_at) VALUES (?, ?, ?) ON CONFLICT (hash) DO NOTHING",
                secret.hash(),
                session.id(),
                now);
    }
}
