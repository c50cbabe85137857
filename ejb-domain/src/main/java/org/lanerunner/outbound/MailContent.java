package org.lanerunner.outbound;

/** A mail as it is read: one text, in two forms. */
public record MailContent(String subject, String text, String html) implements Content {}
