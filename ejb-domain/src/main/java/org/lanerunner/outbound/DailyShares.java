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
 * How many messages go to whom, and for whom, in 24 hours. Counted by the rows that stand there: those that are written at the same moment may go beyond it by as
 * many as they are.
 */
@ApplicationScoped
class DailyShares {

    /** Of which rows there may be how many. @param times the setting; @param paced whether beyond it one goes each hour */
    private record Share(Limit limit, Setting most, int times, boolean paced, String which, Object... parameters) {

        Share(Limit limit, Setting most, String which, Object... parameters) {
            this(limit, most, 1, false, which, parameters);
        }
    }

    private static final String CODES = "channel = 'SMS' AND own_share";

    /** A number may be several persons'. */
    private static final int PERSONS_OF_A_NUMBER = 3;

    /** So many codes of a kind go to a number in a day beyond what others have used up: more than most people need, so that a few cannot shut out the many. */
    private static final int CODES_THAT_GO_FIRST = 5;

    /** But no more of all of these than so many times the shares in common: each costs money, and numbers that earn by it are easily had. */
    private static final int MOST_OF_FIRST_CODES = 5;

    private static final Duration DAY = Duration.ofDays(1);

    /** Once an address, or somebody's number for codes, has had its share, one goes each hour: who uses up somebody else's takes none of the ways in from them. */
    private static final Duration PACE = Duration.ofHours(1);

    @Inject
    private Sql sql;

    @Inject
    private Settings settings;

    /** From where it is asked that somebody be written to who has confirmed nothing; null where an organisation stands for it, or nobody asks. */
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

    /** Each costs money, and who has them sent to a number of theirs may earn it. What goes to numbers that nobody has confirmed takes nothing from those that somebody has. */
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

    /** What others use up, too. @param times the settings */
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

    /** Of each kind each person's own, also where several share a number, which has no end of persons. The first few to a number find more room in what all have in common. */
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
        // no more are counted than matter
        parameters.add(most);
        return sql.first(
                        "SELECT count(*) FROM (SELECT 1 FROM outbound.delivery WHERE " + share.which()
                                + " AND created_at > ? LIMIT ?) AS counted",
                        row -> row.getLong(1),
                        parameters.toArray())
                .orElseThrow();
    }
}
