package org.lanerunner.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.lanerunner.events.Audit;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CommonPermissions;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.Principal;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Settings;
import org.lanerunner.shared.Sql;

/** The sessions in which a person is signed in, in all organisations. Only that person sees and ends them. */
@Stateless
public class OwnSessions {

    /** Comes after every id in order, so that the newest come first. */
    private static final UUID LAST = new UUID(-1, -1);

    @PersistenceContext(unitName = "lanerunner")
    private EntityManager entities;

    @Inject
    private Sql sql;

    @Inject
    private Sessions sessions;

    @Inject
    private Audit audit;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** The sessions that live. */
    public Page<SessionView> list(Caller caller, PageRequest page) {
        caller.require(CommonPermissions.SELF);
        Principal.Person person = caller.person();
        List<SessionView> rows = livingOf(person.id(), person.sessionId(), page.afterId(LAST), page.limit() + 1);
        return Page.of(rows, page.limit(), SessionView::id);
    }

    /**
     * The living sessions, newest first. Sessions in which an administrator sees what the person sees are not the person's.
     *
     * @param present the session that asks, or null
     */
    public List<SessionView> livingOf(UUID personId, UUID present, UUID after, int most) {
        Duration idle = settings.duration(IdentitySettings.SESSION_IDLE);
        Instant now = clock.instant();
        return sql.query(
                "SELECT s.id, s.organisation_id, o.name AS organisation_name, s.created_at, s.last_used_at, s.expires_at, s.address,"
                        + " d.id AS device_id, d.name AS device_name, d.first_seen_at, d.last_seen_at"
                        + " FROM identity.session s JOIN identity.organisation o ON o.id = s.organisation_id"
                        + " LEFT JOIN identity.device d ON d.id = s.device_id"
                        + " WHERE s.person_id = ? AND s.ended_at IS NULL AND s.expires_at > ? AND s.last_used_at > ? AND s.id < ?"
                        + " AND s.impersonated_by IS NULL"
                        + " ORDER BY s.id DESC LIMIT ?",
                row -> view(row, present, idle),
                personId,
                now,
                now.minus(idle),
                after,
                most);
    }

    /** Ends one of the caller's own sessions, which may be the present one. */
    public void end(Caller caller, UUID id) {
        caller.require(CommonPermissions.SELF);
        Session session = entities.find(Session.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (session == null
                || !session.personId().equals(caller.person().id())
                || !session.livesAt(clock.instant(), settings.duration(IdentitySettings.SESSION_IDLE))) {
            throw Refusal.notFound("sessions");
        }
        sessions.endOf(id, Session.End.ENDED_BY_PERSON);
        audit.record(caller, "session.ended", id);
    }

    /** Ends all of the caller's own sessions but the present one. */
    public void endOthers(Caller caller) {
        caller.require(CommonPermissions.SELF);
        Principal.Person person = caller.person();
        sessions.endAllBut(person.id(), person.sessionId(), Session.End.ENDED_BY_PERSON);
        audit.record(caller, "sessions.others-ended", person.id());
    }

    private static SessionView view(ResultSet row, UUID present, Duration idle) throws SQLException {
        UUID deviceId = Sql.id(row, "device_id");
        Instant lastUsedAt = Sql.instant(row, "last_used_at");
        Instant expiresAt = Sql.instant(row, "expires_at");
        Instant unused = lastUsedAt.plus(idle);
        UUID id = Sql.id(row, "id");
        return new SessionView(
                id,
                deviceId == null
                        ? null
                        : new SessionView.Device(
                                deviceId,
                                row.getString("device_name"),
                                Sql.instant(row, "first_seen_at"),
                                Sql.instant(row, "last_seen_at")),
                Sql.id(row, "organisation_id"),
                row.getString("organisation_name"),
                row.getString("address"),
                Sql.instant(row, "created_at"),
                lastUsedAt,
                unused.isBefore(expiresAt) ? unused : expiresAt,
                id.equals(present));
    }
}
