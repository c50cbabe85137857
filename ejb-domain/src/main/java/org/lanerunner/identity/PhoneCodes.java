package org.lanerunner.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lanerunner.events.Audit;
import org.lanerunner.outbound.Message;
import org.lanerunner.outbound.Outbound;
import org.lanerunner.outbound.PhoneNumber;
import org.lanerunner.outbound.Recipient;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Sql;

/**
 * Codes that confirm a number: six digits, good for ten minutes and five answers. When these are used up, no new code is sent before the ten minutes are over,
 * so that guessing costs time as well as messages. {@link Phones} has checked before that it is the person.
 */
@Stateless
public class PhoneCodes {

    /** @param codeHash the hash of person, number and code. Six digits can be found from any hash by trying, but they are worth nothing after ten minutes */
    public record Sent(PhoneNumber phone, byte[] codeHash) {

        boolean isRight(UUID personId, String code) {
            return code != null && MessageDigest.isEqual(codeHash, hash(personId, phone, code.replaceAll("\\s", "")));
        }
    }

    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final int MOST_TRIES = 5;
    private static final int CODES = 1_000_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    @PersistenceContext(unitName = "lanerunner")
    private EntityManager entities;

    @Inject
    private ProfileRepository profiles;

    @Inject
    private Outbound outbound;

    @Inject
    private SecondFactors secondFactors;

    @Inject
    private SecurityNotices notices;

    @Inject
    private Audit audit;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** Sends a code, in the place of one that waits. */
    public void send(Caller caller, PhoneNumber phone) {
        UUID person = held(caller).id();
        Instant now = clock.instant();
        Instant until = now.plus(LIFETIME);
        usedUpUntil(person, now).ifPresent(end -> {
            throw heldUp(Duration.between(now, end));
        });
        String code = String.format(Locale.ROOT, "%06d", RANDOM.nextInt(CODES));
        sql.update(
                "INSERT INTO identity.phone_change (person_id, phone, code_hash, tries, expires_at) VALUES (?, ?, ?, 0, ?)"
                        + " ON CONFLICT (person_id) DO UPDATE SET phone = excluded.phone, code_hash = excluded.code_hash, tries = 0, expires_at = excluded.expires_at",
                person,
                phone.e164(),
                hash(person, phone, code),
                until);
        boolean sent = outbound.send(Message.sms(
                        PhoneCodes.class,
                        "phone-code",
                        Recipient.unconfirmed(person, phone),
                        null,
                        Map.of("code", code))
                .goodUntil(until));
        if (!sent) {
            throw new Refusal(
                            Refusal.Kind.TOO_MANY,
                            "identity/too-many-sms",
                            "So many codes were sent today that this one can't be. Try again tomorrow.")
                    .retryAfter((int) Duration.ofHours(1).toSeconds());
        }
        audit.record(caller, "person.phone-wanted", person);
    }

    /** Counts one more answer before anybody looks whether it is right. */
    @NeedsNoPermission(because = "Phones has asked before")
    public Sent tried(UUID personId) {
        Instant now = clock.instant();
        return sql.first(
                        "UPDATE identity.phone_change SET tries = tries + 1 WHERE person_id = ? AND expires_at > ? AND tries < ? RETURNING phone, code_hash",
                        row -> new Sent(new PhoneNumber(row.getString("phone")), row.getBytes("code_hash")),
                        personId,
                        now,
                        MOST_TRIES)
                .orElseThrow(() -> usedUpUntil(personId, now)
                        .map(end -> heldUp(Duration.between(now, end)))
                        .orElseGet(() -> Refusal.conflict(
                                "identity/phone-code-over",
                                "There is no code to confirm any more. Have a new one sent.")));
    }

    public void confirmed(Caller caller, Sent sent) {
        Person person = held(caller);
        int there = sql.update(
                "DELETE FROM identity.phone_change WHERE person_id = ? AND code_hash = ?",
                person.id(),
                sent.codeHash());
        if (there == 0) {
            throw Refusal.conflict(
                    "identity/phone-code-over", "There is no code to confirm any more. Have a new one sent.");
        }
        profiles.of(person.id()).takePhone(sent.phone(), clock.instant());
        entities.flush();
        secondFactors.phoneChanged(caller, false);
        notices.tell(
                person.id(),
                SecurityNotice.PHONE_CHANGED,
                Map.of("digits", sent.phone().lastDigits()));
        audit.record(caller, "person.phone-confirmed", person.id());
    }

    public void remove(Caller caller) {
        Person person = held(caller);
        Profile profile = profiles.of(person.id());
        profile.dropPhone();
        entities.flush();
        secondFactors.phoneChanged(caller, true);
        notices.tell(person.id(), SecurityNotice.PHONE_REMOVED, Map.of());
        audit.record(caller, "person.phone-removed", person.id());
    }

    private Person held(Caller caller) {
        return entities.find(Person.class, caller.person().id(), LockModeType.PESSIMISTIC_WRITE);
    }

    private Optional<Instant> usedUpUntil(UUID person, Instant now) {
        return sql.first(
                "SELECT expires_at FROM identity.phone_change WHERE person_id = ? AND expires_at > ? AND tries >= ?",
                row -> Sql.instant(row, "expires_at"),
                person,
                now,
                MOST_TRIES);
    }

    private static Refusal heldUp(Duration wait) {
        return new Refusal(
                        Refusal.Kind.TOO_MANY,
                        "identity/phone-held-up",
                        "That were too many wrong codes. Wait until the last one is over, then have a new one sent.")
                .beyond(Limit.PHONE_CODES)
                .retryAfter((int) wait.plusMillis(999).toSeconds());
    }

    private static byte[] hash(UUID person, PhoneNumber phone, String code) {
        return new Secret(person + " " + phone.e164() + " " + code).hash();
    }
}
