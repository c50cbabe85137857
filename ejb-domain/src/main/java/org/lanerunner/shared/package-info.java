/**
 * The basic types that every feature uses: refusals, money, ids, callers, pages, settings, time.
 *
 * <p>Imports: nothing.
 */
package org.lanerunner.shared;
