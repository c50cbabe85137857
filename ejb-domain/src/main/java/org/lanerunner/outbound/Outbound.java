package org.lanerunner.outbound;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Limits;
import org.lanerunner.shared.Settings;
import org.lanerunner.shared.Sql;
import org.lanerunner.shared.Uuid7;

/**
 * Takes messages to people. The row is written in the transaction that has something to say, and the message goes out after its commit, or not at all. Nobody
 * is written to without end: a message beyond a day's share is not written but counted, and never undoes what the caller did.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Outbound {

    private static final Logger LOG = Logger.getLogger(Outbound.class);
    private static final int LONGEST_ADDRESS = 254;

    /** Characters that could end a header or name a second recipient. Whether the rest is an address at all, the mail server knows. */
    private static final Pattern UNFIT = Pattern.compile("[\\s\\p{Z}\\p{Cntrl}\\p{Cf}<>(),:;\"\\\\\\[\\]]");

    @Inject
    private Addresses addresses;

    @Inject
    private SealedContent sealed;

    @Inject
    private KeptMails kept;

    @Inject
    private DailyShares shares;

    @Inject
    private Channels channels;

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
     * Writes the message to be sent.
     *
     * @return false when it will not be sent
     */
    public boolean send(Message message) {
        return write(message).isEmpty();
    }

    /** Writes the message to be sent. @return the reason why it will not be sent; empty when it will */
    public Optional<Unsent> write(Message message) {
        Optional<Destination> to = destination(message);
        if (to.isEmpty()) {
            return Optional.of(Unsent.NOBODY);
        }
        return isServed(message.channel(), to.get()) ? write(message, to.get()) : Optional.of(Unsent.UNSERVED);
    }

    private Optional<Destination> destination(Message message) {
        boolean sms = message.channel() == Channel.SMS;
        if (message.to() instanceof Recipient.Account account) {
            UUID person = account.personId();
            return sms
                    ? addresses.confirmedPhone(person).map(number -> Destination.sms(number, person))
                    : addresses
                            .confirmedMail(person)
                            .filter(Outbound::isFit)
                            .map(address -> Destination.mail(address, person));
        }
        Recipient.Unverified to = (Recipient.Unverified) message.to();
        return sms
                ? PhoneNumber.find(to.address()).map(number -> Destination.sms(number, to.personId()))
                : Optional.of(to.address())
                        .filter(Outbound::isFit)
                        .map(address -> Destination.mail(address, to.personId()));
    }

    /** Mail waits for a server that is named later. An SMS does not wait: it would come when nobody needs it any more. */
    private boolean isServed(Channel channel, Destination to) {
        if (channel == Channel.MAIL) {
            return true;
        }
        return channels.available(Channel.SMS) && channels.reaches(new PhoneNumber(to.address()));
    }

    private Optional<Unsent> write(Message message, Destination to) {
        Instant now = clock.instant();
        String kind = message.words().kind();
        Optional<Limit> reached = shares.reached(message, to, now);
        if (reached.isPresent()) {
            limits.reached(reached.get());
            LOG.warnf(
                    "%s %s was not sent: %s",
                    message.channel(), kind, reached.get().word());
            return Optional.of(Unsent.beyond(reached.get()));
        }
        UUID id = Uuid7.next();
        Content content = message.content();
        boolean keep = isKept(message.channel(), to);
        sql.update(
                "INSERT INTO outbound.delivery (id, channel, kind, address, address_key, calling_code, person_id, unverified_for, organisation_id, own_share, sender, content, state,"
                        + " attempts, refusals, created_at, good_until, next_try_at, changed_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?::text, ?, ?, ?, ?, ?::text, ?::bytea, ?, 0, 0, ?, ?::timestamptz, ?, ?)",
                id,
                message.channel(),
                kind,
                to.address(),
                to.key(),
                to.callingCode(),
                to.personId(),
                message.to() instanceof Recipient.Unverified unverified ? unverified.because() : null,
                message.organisationId(),
                message.ownShare(),
                shares.sender(message),
                keep ? null : sealed.seal(id, content),
                keep ? DeliveryState.SENT : DeliveryState.WAITING,
                now,
                message.goodUntil(),
                now,
                now);
        if (keep) {
            kept.keep(KeptMail.of(id, kind, to.address(), content, now));
        } else {
            written.fire(new MessageWritten(message.channel()));
        }
        return Optional.empty();
    }

    private boolean isKept(Channel channel, Destination to) {
        return channel == Channel.SMS
                ? SmsRoute.of(settings, new PhoneNumber(to.address())) == SmsRoute.KEPT
                : MailRoute.of(settings, to.address()) == MailRoute.KEPT;
    }

    /**
     * True if the address can be written to. An address that can't is not the sender's fault: it was accepted before this check existed, or somebody entered an
     * odd one.
     */
    static boolean isFit(String address) {
        return !address.isEmpty()
                && address.length() <= LONGEST_ADDRESS
                && !UNFIT.matcher(address).find()
                && address.indexOf('@') >= 1
                && address.indexOf('@') == address.lastIndexOf('@');
    }
}
