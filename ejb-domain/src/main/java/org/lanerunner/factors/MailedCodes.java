package org.lanerunner.factors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lanerunner.identity.Accounts;
import org.lanerunner.identity.Proving;
import org.lanerunner.outbound.Message;
import org.lanerunner.outbound.Outbound;
import org.lanerunner.outbound.Recipient;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.PortalAddress;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Sql;

/**
 * Codes that are sent to the confirmed address, to finish one sign-in: for who turned them on, has no better factor and belongs to an organisation that takes them. Never for who set the password by mail lately:
 * then the mailbox would be all that was shown.
 */
@ApplicationScoped
class MailedCodes {

    static final Duration LIFETIME = Duration.ofMinutes(10);
    static final Duration PACE = Duration.ofSeconds(30);
    private static final int CODES = 1_000_000;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    @Inject
    private Sql sql;

    @Inject
    private Codes codes;

    @Inject
    private PasskeyRepository passkeys;

    @Inject
    private Accounts accounts;

    @Inject
    private Proving proving;

    @Inject
    private Outbound outbound;

    @Inject
    private PortalAddress portal;

    @Inject
    private Clock clock;

    Optional<Instant> onSince(UUID personId) {
        return sql.first(
                "SELECT since FROM factors.codes_by_mail WHERE person_id = ?",
                row -> Sql.instant(row, "since"),
                personId);
    }

    boolean areAskedFor(UUID personId) {
        return onSince(personId).isPresent() && accounts.mayAnswerByMail(personId);
    }

    /**
     * Where they are what is asked for, nothing takes their place while they are not, nor by another's word for who it is and a code, which may be one mailbox: reading it is not
     * enough for a factor of one's own.
     *
     * @throws Refusal CONFLICT until the wait is over, and for who has not shown the password
     */
    void requireMoreThanTheMailbox(Caller caller) {
        UUID personId = caller.person().id();
        boolean asked = !codes.hasApp(personId)
                && !passkeys.anyOf(personId)
                && onSince(personId).isPresent();
        if (asked && accounts.hasMailedPassword(personId)) {
            throw Refusal.conflict(
                    "factors/mailed-password",
                    "Your password was set by mail a short while ago, and your second factor is a code by mail: until the wait is over no factor comes or goes.");
        }
        if (asked && !proving.isByPassword(caller)) {
            throw Refusal.conflict(
                    "factors/password-first",
                    "Your second factor is a code by mail: show your password first. Sign in by it, or set one.");
        }
    }

    /** @return false when they were on */
    boolean turnOn(UUID personId) {
        return sql.update(
                        "INSERT INTO factors.codes_by_mail (person_id, since) VALUES (?, ?) ON CONFLICT DO NOTHING",
                        personId,
                        clock.instant())
                == 1;
    }

    /** @return false when they were not on */
    boolean turnOff(UUID personId) {
        return sql.update("DELETE FROM factors.codes_by_mail WHERE person_id = ?", personId) == 1;
    }

    /** @return how long to wait before the next is sent; zero when it may be now */
    Duration pause(UUID personId) {
        Instant now = clock.instant();
        return sql.first(
                        "SELECT max(code_sent_at) AS sent FROM factors.challenge WHERE person_id = ?",
                        row -> Optional.ofNullable(Sql.instant(row, "sent")),
                        personId)
                .flatMap(sent -> sent)
                .map(sent -> Duration.between(now, sent.plus(PACE)))
                .filter(wait -> !wait.isNegative())
                .orElse(Duration.ZERO);
    }

    /** For the challenge, which is held; one that was sent before is good no more. @return false when so many went to the address today that this one does not go */
    boolean send(Challenges.Open challenge) {
        Instant now = clock.instant();
        Instant until = now.plus(LIFETIME);
        String code = String.format(Locale.ROOT, "%06d", RANDOM.nextInt(CODES));
        boolean sent = outbound.send(Message.of(
                        MailedCodes.class,
                        "sign-in-code",
                        Recipient.person(challenge.personId()),
                        null,
                        Map.of("code", code, "until", TIME.format(until), "link", portal.link("/security")))
                .goodUntil(until));
        if (sent) {
            sql.update(
                    "UPDATE factors.challenge SET code_hash = ?, code_sent_at = ?, code_until = ?, expires_at = greatest(expires_at, ?) WHERE hash = ?",
                    hash(challenge, code),
                    now,
                    until,
                    until,
                    challenge.hash());
        }
        return sent;
    }

    /** Uses it up. */
    boolean isRight(Challenges.Open challenge, String code) {
        return sql.update(
                        "UPDATE factors.challenge SET code_hash = NULL WHERE hash = ? AND code_hash = ? AND code_until > ?",
                        challenge.hash(),
                        hash(challenge, code.replace(" ", "")),
                        clock.instant())
                == 1;
    }

    private static byte[] hash(Challenges.Open challenge, String code) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(challenge.hash());
            return digest.digest(("code by mail " + code).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
