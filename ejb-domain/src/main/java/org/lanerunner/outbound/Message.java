package org.lanerunner.outbound;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What a feature wants to tell somebody, in its own words.
 *
 * @param organisationId the organisation on whose behalf it goes, and from whose daily share it takes; null where it goes only on the recipient's own behalf
 * @param goodUntil the time from which it is of no use, such as the end of the link in it; null for never
 * @param ownShare whether it is a code without which its person could not come in, or not prove who they are: other messages take nothing from the daily share
 * of these codes
 * @param footer the text below a mail; null for nothing
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

    /** Makes a mail. @param feature any class of the feature that has the words; @param template name of a file in its folder {@code mails} */
    public static Message of(
            Class<?> feature, String template, Recipient to, UUID organisationId, Map<String, String> values) {
        return new Message(MailWords.of(feature, template), to, organisationId, values, null, false, null);
    }

    /** Makes an SMS. @param template name of a file in the feature's folder {@code sms} */
    public static Message sms(
            Class<?> feature, String template, Recipient to, UUID organisationId, Map<String, String> values) {
        return new Message(SmsWords.of(feature, template), to, organisationId, values, null, false, null);
    }

    public Message goodUntil(Instant end) {
        return new Message(words, to, organisationId, values, end, ownShare, footer);
    }

    /** For an SMS to somebody with an account who could not come in without it. For mails each kind has a share of its own anyway. */
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
