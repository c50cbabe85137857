package org.lanerunner.events;

import java.util.UUID;

/**
 * Told inside the transaction in which somebody is forgotten, so that all else that is kept of them alone goes too.
 *
 * @param subject a person, a driver, or a record that named somebody
 */
public record PersonErased(UUID subject) {}
