package org.lanerunner.notifications;

/**
 * What comes of a kind of notices by mail; in the inbox all are.
 *
 * @param mail whether it comes by mail
 * @param mailByDefault whether it would, had its reader chosen nothing
 * @param essential it comes by mail whatever is chosen
 */
public record NoticeChoice(String kind, String group, boolean mail, boolean mailByDefault, boolean essential) {}
