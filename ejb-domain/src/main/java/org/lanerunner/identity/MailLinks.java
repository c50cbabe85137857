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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lanerunner.events.Audit;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CommonPermissions;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Sql;

/**
 * Links in mails by which somebody shows that mail to an address reaches them: to set a new password, or to confirm the address of an account. Each is good
 * once and for a short time, and using one ends the others of its purpose. A link exists only if its mail was sent, so nobody can end another's links by asking
 * for more than are sent. An account that is locked has none. Only the address learns whether it has an account.
 */
@Stateless
public class MailLinks {

    enum Purpose {
        RESET,
        ADDRESS,
        WAY_BACK
    }

    /** The person for whom a link is, with what a new password must not be. */
    record Holder(UUID personId, String email, String name) {}

    private static final Duration RESET_LIFETIME = Duration.ofHours(1);
    private static final Duration ADDRESS_LIFETIME = Duration.ofDays(1);

    @PersistenceContext(unitName = "lanerunner")
    private EntityManager entities;

    @Inject
    private Accounts accounts;

    @Inject
    private Sessions sessions;

    @Inject
    private Footholds footholds;

    @Inject
    private Event<AddressClaimed> claimed;

    @Inject
    private SecurityNotices notices;

    @Inject
    private IdentityMails mails;

    @Inject
    private SecondFactors factors;

    @Inject
    private Acting acting;

    @Inject
    private Audit audit;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** Sends a link for a new password. It does the same work whether there is an account or not. */
    public void forgot(EmailAddress address) {
        Optional<Person> person = accounts.find(address.key());
        Instant until = clock.instant().plus(RESET_LIFETIME);
        Secret secret = Secret.random();
        if (mails.send(
                person.isPresent() ? "password-forgotten" : "account-missing",
                address.text(),
                person.isPresent() ? "/reset#" + secret.text() : "/register",
                until)) {
            keep(secret, Purpose.RESET, person.map(Person::id).orElse(null), until);
        }
    }

    /** Sends the first mail of the way back of a person who lost everything. It does the same work whether there is an account or not. */
    public void askWayBack(EmailAddress address) {
        Optional<Person> person = accounts.find(address.key());
        UUID id = person.map(Person::id).orElseGet(UUID::randomUUID);
        boolean ofPlatform = isOfPlatform(id);
        boolean needed = !factors.opensByMailedPassword(id);
        Instant until = clock.instant().plus(RESET_LIFETIME);
        Secret secret = Secret.random();
        boolean sent;
        if (person.isEmpty()) {
            sent = mails.send("account-missing", address.text(), "/register", until);
        } else if (ofPlatform) {
            sent = mails.send("way-back-none", address.text(), "/sign-in", until);
        } else if (!needed) {
            sent = mails.send("way-back-needless", address.text(), "/forgot", until);
        } else {
            sent = mails.send("way-back-asked", address.text(), "/way-back/begin#" + secret.text(), until);
        }
        if (sent) {
            keep(secret, Purpose.WAY_BACK, needed && !ofPlatform ? id : null, until);
        }
    }

    public Person useWayBack(Secret secret) {
        return use(Purpose.WAY_BACK, secret);
    }

    public boolean isOfPlatform(UUID personId) {
        return sql.first(
                        "SELECT 1 FROM identity.membership m JOIN identity.organisation o ON o.id = m.organisation_id AND o.platform WHERE m.person_id = ?",
                        row -> true,
                        personId)
                .isPresent();
    }

    public Optional<Holder> resetOf(Secret secret) {
        return holder(Purpose.RESET, secret)
                .map(id -> entities.find(Person.class, id))
                .map(person -> new Holder(person.id(), person.email(), person.name()));
    }

    /** Sets the password and ends all sessions: so everybody who had the old password, or took a session with it, is out. */
    public void reset(Secret secret, String passwordHash) {
        Person person = use(Purpose.RESET, secret);
        setPassword(person, passwordHash);
        notices.tell(person.id(), SecurityNotice.PASSWORD_CHANGED, Map.of());
        audit.record(acting.onBehalfOf(person.id()), "person.password-reset", person.id());
    }

    /** Sets the password for somebody who has shown a link that came by mail. The person's row is locked. */
    public void setPassword(Person person, String passwordHash) {
        Instant now = clock.instant();
        if (!person.isVerified()) {
            claimed.fire(new AddressClaimed(person.id()));
        }
        person.takeMailedPassword(passwordHash, now);
        person.confirmAddress(now);
        entities.flush();
        sessions.endAllOf(person.id(), Session.End.PASSWORD_CHANGED);
        footholds.end(person.id(), null);
    }

    /**
     * Sets the password for somebody who has shown a link that an administrator handed over, which proves nothing about the mailbox. The person's row is
     * locked.
     */
    public void setPasswordHandedOver(Person person, String passwordHash) {
        person.takeMailedPassword(passwordHash, clock.instant());
        entities.flush();
        sessions.endAllOf(person.id(), Session.End.PASSWORD_CHANGED);
        footholds.end(person.id(), null);
    }

    /** Sends a link to the own address again, as long as nobody has confirmed it. */
    public void askForAddress(Caller caller) {
        caller.require(CommonPermissions.SELF);
        Person person = entities.find(Person.class, caller.person().id());
        if (person.isVerified()) {
            throw Refusal.conflict("identity/address-confirmed", "Your address is confirmed already.");
        }
        Instant until = clock.instant().plus(ADDRESS_LIFETIME);
        Secret secret = Secret.random();
        if (mails.send("address-confirmation", person.email(), "/confirm#" + secret.text(), until)) {
            keep(secret, Purpose.ADDRESS, person.id(), until);
        }
        audit.record(caller, "person.confirmation-sent", person.id());
    }

    /** @return false when the link is not one of these */
    public boolean confirmAddress(Secret secret) {
        if (holder(Purpose.ADDRESS, secret).isEmpty()) {
            return false;
        }
        Person person = use(Purpose.ADDRESS, secret);
        person.confirmAddress(clock.instant());
        entities.flush();
        audit.record(acting.onBehalfOf(person.id()), "person.address-confirmed", person.id());
        return true;
    }

    private void keep(Secret secret, Purpose purpose, UUID personId, Instant until) {
        sql.update(
                "INSERT INTO identity.mail_link (token_hash, purpose, person_id, created_at, expires_at) VALUES (?, ?, ?::uuid, ?, ?)",
                secret.hash(),
                purpose,
                personId,
                clock.instant(),
                until);
    }

    private Optional<UUID> holder(Purpose purpose, Secret secret) {
        return sql.first(
                "SELECT l.person_id FROM identity.mail_link l JOIN identity.person p ON p.id = l.person_id AND p.locked_at IS NULL"
                        + " WHERE l.token_hash = ? AND l.purpose = ? AND l.used_at IS NULL AND l.expires_at > ?",
                row -> Sql.id(row, "person_id"),
                secret.hash(),
                purpose,
                clock.instant());
    }

    /** Uses a link. The person is locked before any of their links, so of two who use two links at once the second finds none. */
    private Person use(Purpose purpose, Secret secret) {
        UUID personId = holder(purpose, secret).orElseThrow(() -> Refusal.notFound("mail-links"));
        Person person = entities.find(Person.class, personId, LockModeType.PESSIMISTIC_WRITE);
        if (sql.update(
                        "UPDATE identity.mail_link SET used_at = ? WHERE token_hash = ? AND used_at IS NULL",
                        clock.instant(),
                        secret.hash())
                == 0) {
            throw Refusal.notFound("mail-links");
        }
        sql.update(
                "DELETE FROM identity.mail_link WHERE person_id = ? AND purpose = ? AND used_at IS NULL",
                personId,
                purpose);
        return person;
    }
}
