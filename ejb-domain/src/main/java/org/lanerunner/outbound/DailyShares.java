package org.lanerunner.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lanerunner.shared.Correlation;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Origin;
import org.lanerunner.shared.Setting;
import org.lanerunner.shared.Settings;
import org.lanerunner.shared.Sql;

/**
 * How many messages go to a recipient, and on somebody's behalf, in 24 hours. The rows that exist are counted, so messages that are written at the same moment
 * may exceed a share by their number.
 */
@ApplicationScoped
class DailyShares {

    /**
     * A limit on the number of certain rows.
     *
     * @param times how many times the setting the limit is
     * @param paced whether one message still goes each hour beyond it
     */
    private record Share(Limit limit, Setting most, int times, boolean paced, String which, Object... parameters) {

        Share(Limit limit, Setting most, String which, Object... parameters) {
            this(limit, most, 1, false, which, parameters);
        }
    }

    private static final String CODES = "channel = 'SMS' AND own_share";

    /** Several persons may share a number. */
    private static final int PERSONS_OF_A_NUMBER = 3;

    /**
     * The first codes of a kind that go to a number in a day even if others have used up the common shares. They are more than most people need, so that a few
     * people cannot shut out the many.
     */
    private static final int CODES_THAT_GO_FIRST = 5;

    /** These first codes take no more than so many times the common shares. Each costs money, and numbers that earn by being written to are easy to get. */
    private static final int MOST_OF_FIRST_CODES = 5;

    private static final Duration DAY = Duration.ofDays(1);

    /**
     * Once an address, or somebody's number for codes, has had its share, one message still goes each hour. So a person who uses up another's share takes no
     * way in from them.
     */
    private static final Duration PACE = Duration.ofHours(1);

    @Inject
    private Sql sql;

    @Inject
    private Settings settings;

    /**
     * The network address of the person who asks for a message to somebody who has confirmed nothing. Null where an organisation stands for the message, or
     * nobody asks.
     */
    String sender(Message message) {
        boolean strangers = message.to() instanceof Recipient.Unverified && message.organisationId() == null;
        Origin origin = Correlation.origin();
        return strangers && origin != null ? origin.address() : null;
    }

    /** @return the first share of the day that is used up */
    Optional<Limit> reached(Message message, Destination to, Instant now) {
        Instant since = now.minus(DAY);
        List<Share> shares = message.channel() == Channel.MAIL
                ? ofMail(message, to)
                : message.ownShare() ? ofCodes(message, to, since) : ofSms(message, to);
        return shares.stream()
                .filter(share -> isUsedUp(share, since))
                .filter(share -> !share.paced() || count(share, now.minus(PACE), 1) > 0)
                .map(Share::limit)
                .findFirst();
    }

    private List<Share> ofMail(Message message, Destination to) {
        List<Share> shares = new ArrayList<>();
        shares.add(new Share(
                Limit.MAILS_TO_ADDRESS,
                OutboundSettings.MAILS_PER_ADDRESS,
                1,
                true,
                "address_key = ? AND kind = ?",
                to.key(),
                message.words().kind()));
        if (message.organisationId() != null) {
            shares.add(new Share(
                    Limit.MAILS_OF_ORGANISATION,
                    OutboundSettings.MAILS_PER_ORGANISATION,
                    "channel = 'MAIL' AND organisation_id = ?",
                    message.organisationId()));
        }
        if (message.to() instanceof Recipient.Unverified unverified) {
            String sender = sender(message);
            if (sender != null) {
                shares.add(new Share(
                        Limit.MAILS_OF_SENDER,
                        OutboundSettings.MAILS_PER_SENDER,
                        "channel = 'MAIL' AND sender = ?",
                        sender));
            }
            shares.add(new Share(
                    Limit.MAILS_UNVERIFIED,
                    OutboundSettings.MAILS_UNVERIFIED,
                    "channel = 'MAIL' AND unverified_for = ?",
                    unverified.because()));
        }
        return shares;
    }

    /**
     * Each SMS costs money, and a person who has them sent to an own number may earn it. SMS to numbers that nobody has confirmed do not use up the shares of
     * confirmed ones.
     */
    private static List<Share> ofSms(Message message, Destination to) {
        String those = message.to() instanceof Recipient.Unverified
                ? "channel = 'SMS' AND unverified_for IS NOT NULL"
                : "channel = 'SMS' AND unverified_for IS NULL AND NOT own_share";
        List<Share> shares = new ArrayList<>();
        shares.add(new Share(
                Limit.SMS_TO_NUMBER, OutboundSettings.SMS_PER_NUMBER, those + " AND address_key = ?", to.key()));
        UUID person = to.personId();
        if (person != null) {
            shares.add(new Share(
                    Limit.SMS_OF_PERSON, OutboundSettings.SMS_PER_PERSON, those + " AND person_id = ?", person));
        }
        shares.addAll(ofAll(those, 1, message, to));
        return shares;
    }

    /** The shares that others use up too. @param times how many times its setting each limit is */
    private static List<Share> ofAll(String those, int times, Message message, Destination to) {
        List<Share> shares = new ArrayList<>();
        if (message.organisationId() != null) {
            shares.add(new Share(
                    Limit.SMS_OF_ORGANISATION,
                    OutboundSettings.SMS_PER_ORGANISATION,
                    times,
                    false,
                    those + " AND organisation_id = ?",
                    message.organisationId()));
        }
        shares.add(new Share(
                Limit.SMS_TO_COUNTRY,
                OutboundSettings.SMS_PER_COUNTRY,
                times,
                false,
                those + " AND calling_code = ?",
                to.callingCode()));
        shares.add(new Share(Limit.SMS_OF_DAY, OutboundSettings.SMS_PER_DAY, times, false, those));
        return shares;
    }

    /**
     * Codes of each kind have a share for each person, also where several share a number; and a share for the number, since it could otherwise have any number
     * of persons. The first few to a number find more room in the common shares.
     */
    private List<Share> ofCodes(Message message, Destination to, Instant since) {
        String kind = message.words().kind();
        String there = CODES + " AND address_key = ? AND kind = ?";
        Share ofNumber = new Share(
                Limit.SMS_TO_NUMBER, OutboundSettings.SMS_PER_NUMBER, PERSONS_OF_A_NUMBER, true, there, to.key(), kind);
        List<Share> shares = new ArrayList<>();
        shares.add(new Share(
                Limit.SMS_TO_NUMBER,
                OutboundSettings.SMS_PER_NUMBER,
                1,
                true,
                there + " AND person_id = ?",
                to.key(),
                kind,
                to.personId()));
        shares.add(ofNumber);
        boolean first = count(ofNumber, since, CODES_THAT_GO_FIRST) < CODES_THAT_GO_FIRST;
        shares.addAll(ofAll(CODES, first ? MOST_OF_FIRST_CODES : 1, message, to));
        return shares;
    }

    private boolean isUsedUp(Share share, Instant since) {
        int most = settings.number(share.most()) * share.times();
        return count(share, since, most) >= most;
    }

    private long count(Share share, Instant since, int most) {
        List<Object> parameters = new ArrayList<>(List.of(share.parameters()));
        parameters.add(since);
        // no more rows are counted than matter
        parameters.add(most);
        return sql.first(
                        "SELECT count(*) FROM (SELECT 1 FROM outbound.delivery WHERE " + share.which()
                                + " AND created_at > ? LIMIT ?) AS counted",
                        row -> row.getLong(1),
                        parameters.toArray())
                .orElseThrow();
    }
}
