package org.lanerunner.notifications;

/** Which notices are looked for; null where it does not matter. @param waiting those that stay until they are acknowledged, and are not */
public record NoticeSearch(Boolean unread, Boolean waiting, String kind) {}
