/**
 * Tells people what happened: one notice for each person and event, in an inbox of their own and, as they choose, by mail. The feature whose event it is says
 * what is told of it, to whom and in which words ({@link org.lanerunner.notifications.NoticeSource}). Here each person concerned is told once, nobody else is
 * told, and the notice is kept until its time is over.
 *
 * <p>Imports: shared, events, outbound.
 */
package org.lanerunner.notifications;
