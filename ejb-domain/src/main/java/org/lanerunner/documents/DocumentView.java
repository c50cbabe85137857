package org.lanerunner.documents;

import java.time.Instant;
import java.util.UUID;

/** A document as its readers see it. */
public record DocumentView(
        UUID id, String name, String mediaType, long sizeBytes, String sha256, UUID bookingId, Instant createdAt) {}
