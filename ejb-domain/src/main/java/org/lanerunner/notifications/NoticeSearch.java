package org.lanerunner.notifications;

/** A search among notices; a null does not narrow it. @param waiting those that stay until they are acknowledged, and are not */
public record NoticeSearch(Boolean unread, Boolean waiting, String kind) {}
