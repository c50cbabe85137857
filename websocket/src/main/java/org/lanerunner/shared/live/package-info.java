/** What every live channel uses: tickets, sessions, subscriptions. */
package org.lanerunner.shared.live;
