package org.lanerunner.outbound;

/** The content of a message. */
public sealed interface Content permits MailContent, SmsContent {

    String text();
}
