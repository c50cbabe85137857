package org.lanerunner.identity;

import jakarta.ejb.Stateless;
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
import org.lanerunner.events.DomainEvent;
import org.lanerunner.events.Events;
import org.lanerunner.outbound.MailRoute;
import org.lanerunner.outbound.Recipient;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CommonPermissions;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.PortalAddress;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Settings;
import org.lanerunner.shared.Sql;

/**
 * An administrator helps a person back in with a link that sets a password, and does nothing more: a second factor is still asked for. The link goes to the
 * address that the person confirmed. Only if there is none, or no mail leaves this installation, the administrator sees the link once and hands it over. Then
 * it confirms no address, and the person is told that it was made: by a mail, without which no link is made, and in their inbox. There is no such link for
 * people who administer or audit the platform, nor for an account that is locked.
 */
@Stateless
public class HelpingLinks {

    private static final Duration COUNTED = Duration.ofDays(1);
    private static final Duration KEPT = Duration.ofDays(90);
    private static final int MOST_FOR_ONE = 3;
    private static final int MOST_BY_ONE = 30;

    @PersistenceContext(unitName = "lanerunner")
    private EntityManager entities;

    @Inject
    private MailLinks mailLinks;

    @Inject
    private IdentityMails mails;

    @Inject
    private SecurityNotices notices;

    @Inject
    private People people;

    @Inject
    private PortalAddress portal;

    @Inject
    private Acting acting;

    @Inject
    private Events events;

    @Inject
    private Audit audit;

    @Inject
    private Settings settings;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    public HelpingLinkMade make(Caller caller, UUID personId, String reason) {
        caller.require(CommonPermissions.PLATFORM_ADMIN);
        caller.requireProof();
        Person person = helpedPerson(caller, personId);
        Instant now = clock.instant();
        requireRoom("person_id", personId, MOST_FOR_ONE, now);
        requireRoom("made_by", caller.actorId(), MOST_BY_ONE, now);
        boolean handedOver = !person.isVerified() || MailRoute.of(settings, person.email()) == MailRoute.NONE;
        Secret secret = Secret.random();
        HelpingLink link = new HelpingLink(personId, caller.actorId(), reason, handedOver, secret, now);
        endAllOf(personId, now);
        entities.persist(link);
        String path = "/reset#" + secret.text();
        String administrator = people.names(List.of(caller.actorId())).get(caller.actorId());
        if (handedOver) {
            if (!notices.tell(
                    personId, addressOf(person), SecurityNotice.LINK_MADE, Map.of("administrator", administrator))) {
                throw tooMany(
                        "So many mails went out today that this person could not be told of the link. Without that none is made.");
            }
        } else if (!mails.sendBy(administrator, "helping-link", person.email(), path, link.expiresAt())) {
            throw tooMany("So many mails went to this address today that this one would not go.");
        }
        events.publish(
                caller,
                DomainEvent.of("user.link-made", personId)
                        .readableBy(caller.organisationId())
                        .with("personId", personId)
                        .with("administratorId", caller.actorId())
                        .with("handedOver", handedOver));
        return new HelpingLinkMade(handedOver ? portal.link(path) : null, link.expiresAt());
    }

    /** The person for whom this link is, if it is good now. */
    public Optional<MailLinks.Holder> holderOf(Secret secret) {
        return find(secret, LockModeType.NONE)
                .filter(link -> link.isGoodAt(clock.instant()))
                .map(link -> entities.find(Person.class, link.personId()))
                .filter(person -> !person.isLocked())
                .map(person -> new MailLinks.Holder(person.id(), person.email(), person.name()));
    }

    /** Uses the link, and ends all sessions. The person is locked before the link, so of two who use it at once the second finds none. */
    public void use(Secret secret, UUID personId, String passwordHash) {
        Person person = entities.find(Person.class, personId, LockModeType.PESSIMISTIC_WRITE);
        Instant now = clock.instant();
        HelpingLink link = find(secret, LockModeType.PESSIMISTIC_WRITE)
                .filter(each -> each.isGoodAt(now) && !person.isLocked() && !mailLinks.isOfPlatform(personId))
                .orElseThrow(() -> Refusal.notFound("mail-links"));
        link.use(now);
        if (link.isHandedOver()) {
            mailLinks.setPasswordHandedOver(person, passwordHash);
        } else {
            mailLinks.setPassword(person, passwordHash);
        }
        notices.tell(personId, SecurityNotice.PASSWORD_CHANGED, Map.of());
        audit.record(acting.onBehalfOf(personId), "person.password-reset", personId);
    }

    public void forgetOld() {
        sql.update(
                "DELETE FROM identity.helping_link WHERE created_at < ?",
                clock.instant().minus(KEPT));
    }

    /** The person's address, even if nobody has confirmed it: its reader learns that the account can be entered, and who made that possible. */
    private static Recipient addressOf(Person person) {
        return person.isVerified()
                ? Recipient.person(person.id())
                : Recipient.unverified(person.email(), Recipient.Because.VERIFICATION);
    }

    private Person helpedPerson(Caller caller, UUID personId) {
        if (personId.equals(caller.actorId())) {
            throw Refusal.conflict("people/self", "Nobody makes a link for the own account.");
        }
        Person person = entities.find(Person.class, personId, LockModeType.PESSIMISTIC_WRITE);
        if (person == null) {
            throw Refusal.notFound("people");
        }
        if (mailLinks.isOfPlatform(personId)) {
            throw Refusal.conflict(
                    "people/administrator", "Nobody makes a link for who administers or audits the platform.");
        }
        if (person.isLocked()) {
            throw Refusal.conflict("people/locked", "This account is locked. Unlock it first.");
        }
        return person;
    }

    private void requireRoom(String whose, UUID id, int most, Instant now) {
        int made = sql.first(
                        "SELECT count(*) FROM identity.helping_link WHERE " + whose + " = ? AND created_at > ?",
                        row -> row.getInt(1),
                        id,
                        now.minus(COUNTED))
                .orElse(0);
        if (made >= most) {
            throw tooMany("There were " + most + " links within a day. Wait, or find out why they don't help.");
        }
    }

    private static Refusal tooMany(String words) {
        return new Refusal(Refusal.Kind.TOO_MANY, "people/too-many-links", words).beyond(Limit.HELPING_LINKS);
    }

    private void endAllOf(UUID personId, Instant now) {
        entities.createQuery(
                        "select l from HelpingLink l where l.personId = :person and l.usedAt is null and l.expiresAt > :now",
                        HelpingLink.class)
                .setParameter("person", personId)
                .setParameter("now", now)
                .getResultStream()
                .forEach(link -> link.end(now));
    }

    private Optional<HelpingLink> find(Secret secret, LockModeType lock) {
        return entities.createQuery("select l from HelpingLink l where l.tokenHash = :hash", HelpingLink.class)
                .setParameter("hash", secret.hash())
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }
}
