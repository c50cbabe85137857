/**
 * What every feature speaks with: refusals, money, ids, callers, pages, settings, time.
 *
 * <p>Imports: nothing.
 */
package org.lanerunner.shared;
