/** Lets notices end with their time. */
package org.lanerunner.notifications.messaging;
