package org.lanerunner.outbound;

import java.util.Map;
import java.util.Set;

/** The words of one kind of message, in a file of the feature that sends it, with places for the values. */
public sealed interface Words permits MailWords, SmsWords {

    Channel channel();

    /** The kind, such as {@code identity/password-changed}. */
    String kind();

    /** The names of the values. */
    Set<String> places();

    /** @throws IllegalStateException when a value is missing, or the value of a link is not a link */
    Content with(Map<String, String> values);
}
