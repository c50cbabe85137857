/**
 * What analytics learns from the topics.
 *
 * <p>Imports: shared, events, analytics.
 */
package org.lanerunner.analytics.messaging;
