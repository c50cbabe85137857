/**
 * What was learned from it all: the lane report by business date and counts for operators. Alone in reading other features' schemas by SQL.
 *
 * <p>Imports: shared, events.
 */
package org.lanerunner.analytics;
