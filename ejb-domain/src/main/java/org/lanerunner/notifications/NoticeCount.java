package org.lanerunner.notifications;

/**
 * How many notices wait; a thousand stand for more.
 *
 * @param unread not read
 * @param waiting not acknowledged, of those that stay until they are
 */
public record NoticeCount(long unread, long waiting) {}
