package org.lanerunner.outbound;

import java.time.Instant;
import java.util.UUID;

/** A mail that would have been sent if there were a provider. */
public record KeptMail(UUID id, String kind, String to, String subject, String text, String html, Instant keptAt) {}
