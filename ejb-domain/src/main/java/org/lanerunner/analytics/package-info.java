/**
 * The lane report by business date, and counts for operators. This feature alone reads other features' schemas by SQL.
 *
 * <p>Imports: shared, events.
 */
package org.lanerunner.analytics;
