package org.lanerunner.identity;

import jakarta.ejb.Stateless;
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
import org.lanerunner.outbound.Recipient;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Sql;

/**
 * Changes that a person makes to their own account: the password, which ends all other sessions, and the address, which changes once it was confirmed both at
 * the old one and at the new one. {@link AccountSecurity} has checked before that it is the person.
 */
@Stateless
public class OwnAccount {

    /** A change of address that waits, and to which of the two addresses a link was sent. */
    private record Waiting(UUID personId, String email, boolean old) {}

    private static final Duration LIFETIME = Duration.ofDays(1);

    @PersistenceContext(unitName = "lanerunner")
    private EntityManager entities;

    @Inject
    private Accounts accounts;

    @Inject
    private Sessions sessions;

    @Inject
    private Footholds footholds;

    @Inject
    private SecurityNotices notices;

    @Inject
    private WayBack wayBack;

    @Inject
    private IdentityMails mails;

    @Inject
    private Acting acting;

    @Inject
    private Audit audit;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    public MailLinks.Holder holder(UUID personId) {
        Person person = entities.find(Person.class, personId);
        return new MailLinks.Holder(person.id(), person.email(), person.name());
    }

    public String passwordHash(UUID personId) {
        return entities.find(Person.class, personId).passwordHash();
    }

    public void changePassword(Caller caller, String passwordHash) {
        Person person = entities.find(Person.class, caller.person().id(), LockModeType.PESSIMISTIC_WRITE);
        person.takePassword(passwordHash);
        entities.flush();
        wayBack.stopOf(person.id());
        sessions.endAllBut(person.id(), caller.person().sessionId(), Session.End.PASSWORD_CHANGED);
        footholds.end(person.id(), caller.person().sessionId());
        notices.tell(person.id(), SecurityNotice.PASSWORD_CHANGED, Map.of());
        audit.record(caller, "person.password-changed", person.id());
    }

    /**
     * Begins a change of address, in the place of one that waits, and sends both mails. If the new address has an account, it is told so, and gets no link that
     * opens anything.
     *
     * @throws Refusal TOO_MANY beyond a day's share of mails; then nothing changes, and nothing is sent
     */
    public void askForAddress(Caller caller, EmailAddress wanted) {
        Instant now = clock.instant();
        Instant until = now.plus(LIFETIME);
        Person person = entities.find(Person.class, caller.person().id(), LockModeType.PESSIMISTIC_WRITE);
        if (person.emailKey().equals(wanted.key())) {
            throw Refusal.invalid("/email", "This is your address already.");
        }
        Secret old = Secret.random();
        Secret fresh = Secret.random();
        audit.record(caller, "person.address-wanted", person.id());
        boolean known = accounts.find(wanted.key()).isPresent();
        boolean told = mails.send(
                known ? "address-taken" : "address-enter",
                wanted.text(),
                known ? "/forgot" : "/confirm#" + fresh.text(),
                until);
        if (!told
                || person.isVerified()
                        && !mails.send("address-leave", person.email(), "/confirm#" + old.text(), until)) {
            throw new Refusal(
                            Refusal.Kind.TOO_MANY,
                            "identity/too-many-mails",
                            "Too many mails went to this address, or to yours, today. Try it again tomorrow.")
                    .retryAfter((int) Duration.ofHours(1).toSeconds());
        }
        sql.update(
                "INSERT INTO identity.address_change (person_id, email, old_token_hash, new_token_hash, old_confirmed_at, expires_at) VALUES (?, ?, ?, ?, ?::timestamptz, ?)"
                        + " ON CONFLICT (person_id) DO UPDATE SET email = excluded.email, old_token_hash = excluded.old_token_hash, new_token_hash = excluded.new_token_hash,"
                        + " old_confirmed_at = excluded.old_confirmed_at, new_confirmed_at = NULL, expires_at = excluded.expires_at",
                person.id(),
                wanted.text(),
                old.hash(),
                fresh.hash(),
                person.isVerified() ? null : now,
                until);
    }

    /** @return false when the link is not one of these */
    public boolean confirm(Secret secret) {
        Optional<UUID> personId = waiting(secret, "").map(Waiting::personId);
        if (personId.isEmpty()) {
            return false;
        }
        Person person = entities.find(Person.class, personId.get(), LockModeType.PESSIMISTIC_WRITE);
        Optional<Waiting> still = waiting(secret, " FOR UPDATE");
        still.ifPresent(change -> confirm(change, person));
        return still.isPresent();
    }

    /** The change that waits for this link. It is looked up first, and locked once the person is locked: all changes take the locks in this order. */
    private Optional<Waiting> waiting(Secret secret, String lock) {
        return sql.first(
                "SELECT person_id, email, old_token_hash = ? AS old FROM identity.address_change WHERE (old_token_hash = ? OR new_token_hash = ?) AND expires_at > ?"
                        + lock,
                row -> new Waiting(Sql.id(row, "person_id"), row.getString("email"), row.getBoolean("old")),
                secret.hash(),
                secret.hash(),
                secret.hash(),
                clock.instant());
    }

    private void confirm(Waiting change, Person person) {
        Instant now = clock.instant();
        sql.update(
                change.old()
                        ? "UPDATE identity.address_change SET old_confirmed_at = ? WHERE person_id = ?"
                        : "UPDATE identity.address_change SET new_confirmed_at = ? WHERE person_id = ?",
                now,
                person.id());
        Caller caller = acting.onBehalfOf(person.id());
        if (sql.update(
                        "DELETE FROM identity.address_change WHERE person_id = ? AND old_confirmed_at IS NOT NULL AND new_confirmed_at IS NOT NULL",
                        person.id())
                == 0) {
            audit.record(caller, "person.address-half-confirmed", person.id());
            return;
        }
        EmailAddress wanted = EmailAddress.of(change.email(), "/email");
        String former = person.email();
        boolean told = person.isVerified();
        accounts.taking(wanted.key(), () -> person.moveTo(wanted, now));
        footholds.endLinks(person.id());
        wayBack.stopOf(person.id());
        if (told) {
            notices.tell(
                    person.id(),
                    Recipient.unverified(former, Recipient.Because.FORMER_ADDRESS),
                    SecurityNotice.ADDRESS_CHANGED,
                    Map.of("address", wanted.text()));
        }
        notices.tell(person.id(), SecurityNotice.ADDRESS_CHANGED, Map.of("address", wanted.text()));
        audit.record(caller, "person.address-changed", person.id());
    }
}
