package org.lanerunner.notifications;

/**
 * How many notices wait. A thousand means a thousand or more.
 *
 * @param unread those that are not read
 * @param waiting those that stay until they are acknowledged, and are not
 */
public record NoticeCount(long unread, long waiting) {}
