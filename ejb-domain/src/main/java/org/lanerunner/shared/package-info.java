/** What every feature uses: errors, events, ids, money, time, settings. Imports no feature. */
package org.lanerunner.shared;
