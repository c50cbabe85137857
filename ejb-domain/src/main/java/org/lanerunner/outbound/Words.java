package org.lanerunner.outbound;

import java.util.Map;
import java.util.Set;

/** The words of one kind of message, a file of the feature that sends it, with places for what changes. */
public sealed interface Words permits MailWords, SmsWords {

    Channel channel();

    /** Such as {@code identity/password-changed}. */
    String kind();

    /** The names of what changes. */
    Set<String> places();

    /** @throws IllegalStateException when a value is missing, or what should be a link is none */
    Content with(Map<String, String> values);
}
