package org.lanerunner.outbound;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What a feature wants to tell somebody, in its own words.
 *
 * @param organisationId on whose behalf it goes, whose share of the day it takes; null where nobody's but the recipient's own
 * @param goodUntil when it is of no use any more, such as the end of the link in it; null for never
 * @param ownShare whether it is a code without which its person could not come in, or not prove who they are: nothing else takes from what there is of these in a day
 * @param footer what stands below a mail; null for nothing
 */
public record Message(
        Words words,
        Recipient to,
        UUID organisationId,
        Map<String, String> values,
        Instant goodUntil,
        boolean ownShare,
        Footer footer) {

    public Message {
        requireNonNull(words, "words");
        requireNonNull(to, "to");
        values = Map.copyOf(values);
    }

    /** A mail. @param feature any class of the feature that has the words; @param template name of a file in its folder {@code mails} */
    public static Message of(
            Class<?> feature, String template, Recipient to, UUID organisationId, Map<String, String> values) {
        return new Message(MailWords.of(feature, template), to, organisationId, values, null, false, null);
    }

    /** An SMS. @param template name of a file in the feature's folder {@code sms} */
    public static Message sms(
            Class<?> feature, String template, Recipient to, UUID organisationId, Map<String, String> values) {
        return new Message(SmsWords.of(feature, template), to, organisationId, values, null, false, null);
    }

    public Message goodUntil(Instant end) {
        return new Message(words, to, organisationId, values, end, ownShare, footer);
    }

    /** For an SMS to somebody with an account who could not come in without it. A mail's share is its kind's anyway. */
    public Message withItsOwnShare() {
        return new Message(words, to, organisationId, values, goodUntil, true, footer);
    }

    public Message footed(Footer below) {
        return new Message(words, to, organisationId, values, goodUntil, ownShare, below);
    }

    Content content() {
        return words instanceof MailWords mail ? mail.with(values, footer) : words.with(values);
    }

    Channel channel() {
        return words.channel();
    }
}
