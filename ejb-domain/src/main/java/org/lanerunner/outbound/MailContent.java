package org.lanerunner.outbound;

/**
 * A mail as it is read: one text, in two forms.
 *
 * @param oneClick where mail programs unsubscribe; null where they can't
 */
public record MailContent(String subject, String text, String html, String oneClick) implements Content {}
