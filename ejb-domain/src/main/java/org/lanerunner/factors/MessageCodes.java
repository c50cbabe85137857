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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.lanerunner.identity.CodesTaken;
import org.lanerunner.identity.Proving;
import org.lanerunner.outbound.Channel;
import org.lanerunner.outbound.Channels;
import org.lanerunner.outbound.Message;
import org.lanerunner.outbound.Outbound;
import org.lanerunner.outbound.Recipient;
import org.lanerunner.outbound.Unsent;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.PortalAddress;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Sql;

/**
 * Codes that are sent, by SMS to the confirmed number or by mail to the confirmed address, and finish a challenge. They are for people who turned them on and
 * have no better factor. SMS is asked for before mail, since the mailbox also sets passwords. Mail is never asked of a person who set the password by mail
 * lately: then the mailbox would be all that was shown.
 */
@ApplicationScoped
class MessageCodes {

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
    private CodesTaken taken;

    @Inject
    private Proving proving;

    @Inject
    private Channels channels;

    @Inject
    private Outbound outbound;

    @Inject
    private PortalAddress portal;

    @Inject
    private Clock clock;

    Optional<Instant> onSince(UUID personId, Channel by) {
        return sql.first(
                "SELECT since FROM factors.codes_by_message WHERE person_id = ? AND channel = ?",
                row -> Sql.instant(row, "since"),
                personId,
                by);
    }

    /** The channel by which a code is asked of a person who has no better factor; empty if there is none. */
    Optional<Channel> askedFor(UUID personId) {
        return Stream.of(Channel.SMS, Channel.MAIL)
                .filter(by -> onSince(personId, by).isPresent()
                        && taken.destination(personId, by).isPresent())
                .findFirst();
    }

    /**
     * Protects a factor that is a code by mail. While a person's second factor is a code by mail, no other factor takes its place in two cases: as long as
     * these codes are held back after a password that was set by mail, and if the person signed in by a login elsewhere and a code instead of the password.
     * Both may come from one mailbox, and reading it is not enough to set up a factor of one's own.
     *
     * @throws Refusal CONFLICT until the wait is over, and for a person who has not shown the password
     */
    void requireMoreThanTheMailbox(Caller caller) {
        UUID personId = caller.person().id();
        boolean asked = !codes.hasApp(personId)
                && !passkeys.anyOf(personId)
                && onSince(personId, Channel.MAIL).isPresent()
                && askedFor(personId).filter(by -> by == Channel.SMS).isEmpty();
        if (asked && taken.hasMailedPassword(personId)) {
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

    /** @return false when they were on already */
    boolean turnOn(UUID personId, Channel by) {
        return sql.update(
                        "INSERT INTO factors.codes_by_message (person_id, channel, since) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                        personId,
                        by,
                        clock.instant())
                == 1;
    }

    /** @return false when they were not on */
    boolean turnOff(UUID personId, Channel by) {
        return sql.update("DELETE FROM factors.codes_by_message WHERE person_id = ? AND channel = ?", personId, by)
                == 1;
    }

    void turnOffAll(UUID personId) {
        sql.update("DELETE FROM factors.codes_by_message WHERE person_id = ?", personId);
    }

    /**
     * Sends a code for the challenge, which is held. A code that was sent before is no longer good.
     *
     * @param organisationId the organisation on whose behalf an SMS goes; null for none
     * @throws Refusal UNAVAILABLE where no SMS go out any more, or none to the country of the number
     */
    Sent send(Challenges.Open challenge, Channel by, UUID organisationId) {
        if (by == Channel.SMS) {
            channels.require(by);
        }
        Duration pause = pause(challenge.personId());
        if (!pause.isZero()) {
            return Sent.later(pause);
        }
        Instant now = clock.instant();
        Instant until = now.plus(LIFETIME);
        String code = String.format(Locale.ROOT, "%06d", RANDOM.nextInt(CODES));
        // made before the code is sent: if the number changes at this moment, the code is good for neither number
        byte[] hash = hash(challenge, by, code);
        Optional<Unsent> unsent = outbound.write(message(challenge, by, organisationId, code, until));
        if (unsent.isPresent()) {
            return switch (unsent.get()) {
                case NOBODY -> Sent.NOT_TAKEN;
                case UNSERVED -> throw Channels.noSmsThere();
                case OFTEN -> Sent.MANY;
                case OFTEN_TO_ALL -> Sent.MANY_OF_ALL;
            };
        }
        sql.update(
                "UPDATE factors.challenge SET code_hash = ?, code_until = ?, expires_at = greatest(expires_at, ?) WHERE hash = ?",
                hash,
                until,
                until,
                challenge.hash());
        sql.update(
                "UPDATE factors.codes_by_message SET sent_at = ? WHERE person_id = ? AND channel = ?",
                now,
                challenge.personId(),
                by);
        return Sent.YES;
    }

    /**
     * Each SMS says what its code is for, and each purpose has a share of its own. So somebody who only knows the password can use up the share for signing in,
     * but not the one with which a signed-in person proves who they are.
     */
    private Message message(Challenges.Open challenge, Channel by, UUID organisationId, String code, Instant until) {
        Recipient to = Recipient.person(challenge.personId());
        Message message =
                switch (by) {
                    case SMS ->
                        Message.sms(
                                        MessageCodes.class,
                                        challenge.purpose() == Challenges.Purpose.PROVE ? "prove-code" : "sign-in-code",
                                        to,
                                        organisationId,
                                        Map.of("code", code))
                                .withItsOwnShare();
                    case MAIL ->
                        Message.of(
                                MessageCodes.class,
                                "sign-in-code",
                                to,
                                null,
                                Map.of("code", code, "until", TIME.format(until), "link", portal.link("/security")));
                };
        return message.goodUntil(until);
    }

    /**
     * Codes of one person are sent one after another, so that each sees the one before, whichever its channel and purpose.
     *
     * @return how long to wait before the next code is sent; zero when it may be sent now
     */
    private Duration pause(UUID personId) {
        List<Instant> sent = sql
                .query(
                        "SELECT sent_at FROM factors.codes_by_message WHERE person_id = ? ORDER BY channel FOR UPDATE",
                        row -> Optional.ofNullable(Sql.instant(row, "sent_at")),
                        personId)
                .stream()
                .flatMap(Optional::stream)
                .toList();
        Instant now = clock.instant();
        return sent.stream()
                .max(Comparator.naturalOrder())
                .map(last -> Duration.between(now, last.plus(PACE)))
                .filter(wait -> !wait.isNegative())
                .orElse(Duration.ZERO);
    }

    /** Uses the code up if it is right. A code that was sent to a number or address which is not the person's any more is wrong. */
    boolean isRight(Challenges.Open challenge, Channel by, String code) {
        return sql.update(
                        "UPDATE factors.challenge SET code_hash = NULL WHERE hash = ? AND code_hash = ? AND code_until > ?",
                        challenge.hash(),
                        hash(challenge, by, code.replace(" ", "")),
                        clock.instant())
                == 1;
    }

    private byte[] hash(Challenges.Open challenge, Channel by, String code) {
        String to = taken.destination(challenge.personId(), by).orElse("nobody");
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(challenge.hash());
            return digest.digest(("code by " + by + " to " + to + " " + code).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
