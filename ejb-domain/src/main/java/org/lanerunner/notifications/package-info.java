/**
 * Who is told what: a notice a person and event, in an inbox of their own and, as they like it, by mail. What is told of an event, to whom and in which words, the feature says
 * whose event it is ({@link org.lanerunner.notifications.NoticeSource}); here each is told once, to nobody else, and kept until it is over.
 *
 * <p>Imports: shared, events, outbound.
 */
package org.lanerunner.notifications;
