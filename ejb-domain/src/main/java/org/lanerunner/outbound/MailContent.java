package org.lanerunner.outbound;

/**
 * The content of a mail: one text, in two forms.
 *
 * @param oneClick the address at which mail programs unsubscribe; null where they can't
 */
public record MailContent(String subject, String text, String html, String oneClick) implements Content {}
