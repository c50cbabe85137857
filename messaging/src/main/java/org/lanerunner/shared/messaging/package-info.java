/** The outbox relay and what every listener uses. */
package org.lanerunner.shared.messaging;
