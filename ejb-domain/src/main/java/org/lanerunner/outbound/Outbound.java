package org.lanerunner.outbound;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Limits;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Setting;
import org.lanerunner.shared.Settings;
import org.lanerunner.shared.Sql;
import org.lanerunner.shared.Uuid7;

/**
 * Takes messages to people, in the transaction that has something to say: the row that is written goes out after the commit, or not at all. Nobody is written to
 * without end: what goes beyond a day's share is not written, is counted, and never undoes what the caller did.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Outbound {

    private static final Logger LOG = Logger.getLogger(Outbound.class);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int LONGEST_ADDRESS = 254;

    /** What could end a header or name a second recipient; whether it is an address at all the mail server knows. */
    private static final Pattern UNFIT = Pattern.compile("[\\s\\p{Cntrl}\\p{Cf}<>(),:;\"\\\\\\[\\]]");

    @Inject
    private Addresses addresses;

    @Inject
    private SealedContent sealed;

    @Inject
    private KeptMails kept;

    @Inject
    private Sql sql;

    @Inject
    private Settings settings;

    @Inject
    private Limits limits;

    @Inject
    private Event<MessageWritten> written;

    @Inject
    private Clock clock;

    /**
     * Writes it down to be sent.
     *
     * @return false when it is not sent: its recipient has no confirmed address, or the day's share is used up
     * @throws Refusal INVALID for an address that is none
     */
    public boolean send(Message message) {
        Recipient to = message.to();
        Optional<String> address = to instanceof Recipient.Account account
                ? addresses.confirmedMail(account.personId())
                : Optional.of(((Recipient.Unverified) to).address());
        return address.filter(found -> write(message, fit(found))).isPresent();
    }

    private boolean write(Message message, String address) {
        Instant now = clock.instant();
        String kind = message.words().kind();
        String key = address.toLowerCase(Locale.ROOT);
        Optional<Limit> reached = reached(message, kind, key, now.minus(DAY));
        if (reached.isPresent()) {
            limits.reached(reached.get());
            LOG.warnf("a mail %s was not sent: %s", kind, reached.get().word());
            return false;
        }
        UUID id = Uuid7.next();
        MailContent content = message.words().with(message.values());
        boolean keep = MailRoute.of(settings, address) == MailRoute.KEPT;
        sql.update(
                "INSERT INTO outbound.delivery (id, channel, kind, address, address_key, person_id, unverified_for, organisation_id, content, state, attempts,"
                        + " refusals, created_at, good_until, next_try_at, changed_at) VALUES (?, 'MAIL', ?, ?, ?, ?, ?, ?, ?::bytea, ?, 0, 0, ?, ?::timestamptz, ?, ?)",
                id,
                kind,
                address,
                key,
                message.to() instanceof Recipient.Account account ? account.personId() : null,
                message.to() instanceof Recipient.Unverified unverified ? unverified.because() : null,
                message.organisationId(),
                keep ? null : sealed.seal(id, content),
                keep ? DeliveryState.SENT : DeliveryState.WAITING,
                now,
                message.goodUntil(),
                now,
                now);
        if (keep) {
            kept.keep(new KeptMail(id, kind, address, content.subject(), content.text(), content.html(), now));
        } else {
            written.fire(new MessageWritten(Channel.MAIL));
        }
        return true;
    }

    /** Counted by what stands there: those that are written at the same moment may go beyond it by as many as they are. */
    private Optional<Limit> reached(Message message, String kind, String key, Instant since) {
        if (count("address_key = ? AND kind = ?", since, key, kind) >= settings.number(Setting.MAILS_PER_ADDRESS)) {
            return Optional.of(Limit.MAILS_TO_ADDRESS);
        }
        if (message.organisationId() != null
                && count("organisation_id = ?", since, message.organisationId())
                        >= settings.number(Setting.MAILS_PER_ORGANISATION)) {
            return Optional.of(Limit.MAILS_OF_ORGANISATION);
        }
        if (message.to() instanceof Recipient.Unverified
                && count("unverified_for IS NOT NULL", since) >= settings.number(Setting.MAILS_UNVERIFIED)) {
            return Optional.of(Limit.MAILS_UNVERIFIED);
        }
        return Optional.empty();
    }

    private long count(String which, Instant since, Object... parameters) {
        Object[] all = java.util.Arrays.copyOf(parameters, parameters.length + 1);
        all[parameters.length] = since;
        return sql.first(
                        "SELECT count(*) FROM outbound.delivery WHERE " + which + " AND created_at > ?",
                        row -> row.getLong(1),
                        all)
                .orElseThrow();
    }

    static String fit(String address) {
        if (address.isEmpty()
                || address.length() > LONGEST_ADDRESS
                || UNFIT.matcher(address).find()
                || address.indexOf('@') < 1
                || address.indexOf('@') != address.lastIndexOf('@')) {
            throw Refusal.invalid("/email", "This is no e-mail address.");
        }
        return address;
    }
}
