package org.lanerunner.outbound;

/** What a message says. */
public sealed interface Content permits MailContent, SmsContent {

    String text();
}
