package org.lanerunner.identity;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lanerunner.events.Audit;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CommonPermissions;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.PortalAddress;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Settings;
import org.lanerunner.shared.Sql;
import org.lanerunner.shared.Uuid7;

/**
 * The way back of a person who lost password, second factors and recovery codes, and still reads the mailbox. It takes days, and nothing shortens them: the
 * person, everybody signed in as them and the other owners of their organisations are told, and can stop it until then. The wait is longer for a person who
 * begins it again. Administrators of the platform have no such way.
 */
@Stateless
public class WayBack {

    static final int MOST_BEGUN = 5;
    private static final Duration COUNTED = Duration.ofDays(90);
    private static final int MOST_DOUBLINGS = 3;
    private static final Duration FINISHED_WITHIN = Duration.ofDays(3);
    private static final Duration TOLD_AGAIN_AFTER = Duration.ofHours(1);
    private static final int MOST_OWNERS_TOLD = 50;
    private static final int AT_ONCE = 50;

    /** @param readyAt when a mail brings the link that finishes it */
    public record Wait(Instant readyAt) {}

    private record Due(UUID id, UUID personId) {}

    private record Owner(UUID personId, String organisation) {}

    @PersistenceContext(unitName = "lanerunner")
    private EntityManager entities;

    @Inject
    private MailLinks links;

    @Inject
    private SecondFactors factors;

    @Inject
    private Event<AddressClaimed> claimed;

    @Inject
    private SecurityNotices notices;

    @Inject
    private PortalAddress portal;

    @Inject
    private Acting acting;

    @Inject
    private Audit audit;

    @Inject
    private Sql sql;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** Begins it, by the link of the first mail. If one waits already, that one goes on as it was. */
    @NeedsNoPermission(because = "who lost everything can't sign in")
    public Wait begin(String token) {
        Person person = links.useWayBack(new Secret(token == null ? "" : token));
        requireWay(person);
        Instant now = clock.instant();
        sql.update(
                "UPDATE identity.way_back SET status = 'OVER', ended_at = ? WHERE person_id = ? AND status = 'READY' AND finish_until <= ?",
                now,
                person.id(),
                now);
        return new Wait(readyAt(person.id()).orElseGet(() -> beginNow(person, now)));
    }

    private Instant beginNow(Person person, Instant now) {
        int before = sql.first(
                        "SELECT count(*) FROM identity.way_back WHERE person_id = ? AND begun_at > ?",
                        row -> row.getInt(1),
                        person.id(),
                        now.minus(COUNTED))
                .orElseThrow();
        Secret stop = Secret.random();
        Instant readyAt = now.plus(
                settings.duration(IdentitySettings.WAY_BACK_WAIT).multipliedBy(1L << Math.min(before, MOST_DOUBLINGS)));
        // a person who is not told can't stop it, so then it does not begin
        if (before >= MOST_BEGUN
                || !notices.tell(
                        person.id(),
                        SecurityNotice.WAY_BACK_BEGUN,
                        Map.of("until", MailTimes.of(readyAt), "stop", portal.link("/way-back/stop#" + stop.text())))) {
            throw new Refusal(
                            Refusal.Kind.TOO_MANY,
                            "identity/way-back-too-often",
                            "This was begun too often. Whoever runs this platform can help.")
                    .beyond(Limit.WAYS_BACK);
        }
        UUID id = Uuid7.next();
        sql.update(
                "INSERT INTO identity.way_back (id, person_id, status, begun_at, ready_at, stop_hash) VALUES (?, ?, 'WAITING', ?, ?, ?)",
                id,
                person.id(),
                now,
                readyAt,
                stop.hash());
        for (Owner owner : otherOwners(person.id())) {
            notices.tell(
                    owner.personId(),
                    SecurityNotice.MEMBERS_WAY_BACK,
                    Map.of(
                            "member",
                            person.name(),
                            "organisation",
                            owner.organisation(),
                            "until",
                            MailTimes.of(readyAt)));
        }
        audit.record(acting.onBehalfOf(person.id()), "way-back.begun", id);
        return readyAt;
    }

    /** Stops it, by the link that the person was sent when it began. */
    @NeedsNoPermission(because = "whoever holds the link was told by mail")
    public void stop(String token) {
        Due stopped = sql
                .query(
                        "UPDATE identity.way_back SET status = 'STOPPED', ended_at = ? WHERE stop_hash = ? AND status IN ('WAITING', 'READY') RETURNING id, person_id",
                        row -> new Due(Sql.id(row, "id"), Sql.id(row, "person_id")),
                        clock.instant(),
                        new Secret(token == null ? "" : token).hash())
                .stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("mail-links"));
        notices.tell(stopped.personId(), SecurityNotice.WAY_BACK_STOPPED, Map.of());
        audit.record(acting.onBehalfOf(stopped.personId()), "way-back.stopped", stopped.id());
    }

    /** Stops it, for somebody who is signed in as the person. */
    public void stop(Caller caller) {
        caller.require(CommonPermissions.SELF);
        UUID person = caller.person().id();
        UUID stopped = stopOf(person)
                .orElseThrow(
                        () -> Refusal.conflict("identity/no-way-back", "Nobody asked for a way back, or it is over."));
        notices.tell(person, SecurityNotice.WAY_BACK_STOPPED, Map.of());
        audit.record(caller, "way-back.stopped", stopped);
    }

    /** Stops it when the person changes the own password or address: so they have lost nothing. */
    @NeedsNoPermission(because = "it ends with what its person does")
    public Optional<UUID> stopOf(UUID personId) {
        return sql
                .query(
                        "UPDATE identity.way_back SET status = 'STOPPED', ended_at = ? WHERE person_id = ? AND status IN ('WAITING', 'READY') RETURNING id",
                        row -> Sql.id(row, "id"),
                        clock.instant(),
                        personId)
                .stream()
                .findFirst();
    }

    /** The time when an open way back is, or was, ready. One that was not finished in time is over. */
    @NeedsNoPermission(because = "the own account is shown with it")
    public Optional<Instant> readyAt(UUID personId) {
        return sql.first(
                "SELECT ready_at FROM identity.way_back WHERE person_id = ? AND status IN ('WAITING', 'READY') AND (finish_until IS NULL OR finish_until > ?)",
                row -> Sql.instant(row, "ready_at"),
                personId,
                clock.instant());
    }

    /** Sends the last link to those whose time has come, each once, whichever node does it. A locked account waits until it is unlocked. */
    @NeedsNoPermission(because = "the system does it by itself")
    public void sendDue() {
        Instant now = clock.instant();
        List<Due> due = sql.query(
                "SELECT w.id, w.person_id FROM identity.way_back w JOIN identity.person p ON p.id = w.person_id"
                        + " WHERE w.status = 'WAITING' AND w.ready_at <= ? AND p.locked_at IS NULL ORDER BY w.ready_at LIMIT ? FOR UPDATE OF w SKIP LOCKED",
                row -> new Due(Sql.id(row, "id"), Sql.id(row, "person_id")),
                now,
                AT_ONCE);
        for (Due one : due) {
            Secret finish = Secret.random();
            Instant until = now.plus(FINISHED_WITHIN);
            if (notices.tell(
                    one.personId(),
                    SecurityNotice.WAY_BACK_READY,
                    Map.of("until", MailTimes.of(until), "finish", portal.link("/way-back/finish#" + finish.text())))) {
                sql.update(
                        "UPDATE identity.way_back SET status = 'READY', finish_hash = ?, finish_until = ? WHERE id = ?",
                        finish.hash(),
                        until,
                        one.id());
            } else {
                // tried again later, so that nobody behind it waits for it
                sql.update(
                        "UPDATE identity.way_back SET ready_at = ? WHERE id = ?", now.plus(TOLD_AGAIN_AFTER), one.id());
            }
        }
    }

    @NeedsNoPermission(because = "who lost everything can't sign in")
    public Optional<MailLinks.Holder> holderOf(Secret finish) {
        return sql.first(
                        "SELECT person_id FROM identity.way_back WHERE finish_hash = ? AND status = 'READY' AND finish_until > ?",
                        row -> Sql.id(row, "person_id"),
                        finish.hash(),
                        clock.instant())
                .map(id -> entities.find(Person.class, id))
                .map(person -> new MailLinks.Holder(person.id(), person.email(), person.name()));
    }

    /** Finishes it: the password is new, and all factors, logins elsewhere and sessions are gone. The person sets them up anew. */
    @NeedsNoPermission(because = "who lost everything can't sign in")
    public void finish(Secret finish, UUID personId, String passwordHash) {
        Person person = entities.find(Person.class, personId, LockModeType.PESSIMISTIC_WRITE);
        requireWay(person);
        if (person.isLocked()) {
            throw new Refusal(
                    Refusal.Kind.FORBIDDEN,
                    "identity/locked",
                    "This account is locked. Whoever runs this platform can say why.");
        }
        Instant now = clock.instant();
        UUID id = sql
                .query(
                        "UPDATE identity.way_back SET status = 'DONE', ended_at = ? WHERE finish_hash = ? AND status = 'READY' AND finish_until > ? RETURNING id",
                        row -> Sql.id(row, "id"),
                        now,
                        finish.hash(),
                        now)
                .stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("mail-links"));
        factors.removeAll(personId);
        claimed.fire(new AddressClaimed(personId));
        links.setPassword(person, passwordHash);
        notices.tell(personId, SecurityNotice.WAY_BACK_DONE, Map.of());
        audit.record(acting.onBehalfOf(personId), "way-back.finished", id);
    }

    @NeedsNoPermission(because = "the system does it by itself")
    public void forgetOld() {
        sql.update(
                "DELETE FROM identity.way_back WHERE begun_at < ?",
                clock.instant().minus(COUNTED.multipliedBy(4)));
    }

    /** Refuses a person who became an administrator of the platform meanwhile: they have no such way. */
    private void requireWay(Person person) {
        if (links.isOfPlatform(person.id())) {
            throw Refusal.conflict(
                    "identity/way-back-not-for-administrators",
                    "Administrators of the platform do not come back by mail.");
        }
    }

    private List<Owner> otherOwners(UUID personId) {
        return sql.query(
                "SELECT DISTINCT theirs.person_id, o.name FROM identity.membership mine JOIN identity.organisation o ON o.id = mine.organisation_id AND o.closed_at IS NULL"
                        + " JOIN identity.membership theirs ON theirs.organisation_id = o.id AND theirs.person_id <> mine.person_id"
                        + " JOIN identity.membership_role r ON r.membership_id = theirs.id AND r.role = 'OWNER' WHERE mine.person_id = ? ORDER BY 1 LIMIT ?",
                row -> new Owner(Sql.id(row, "person_id"), row.getString("name")),
                personId,
                MOST_OWNERS_TOLD);
    }
}
