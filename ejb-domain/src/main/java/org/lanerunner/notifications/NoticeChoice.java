package org.lanerunner.notifications;

/**
 * Whether notices of a kind come by mail. In the inbox all of them come.
 *
 * @param mail whether it comes by mail
 * @param mailByDefault whether it would come by mail if its reader had chosen nothing
 * @param essential whether it comes by mail whatever is chosen
 */
public record NoticeChoice(String kind, String group, boolean mail, boolean mailByDefault, boolean essential) {}
