package org.lanerunner.documents;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

/** A document as its readers see it. */
public record DocumentView(
        UUID id,
        String name,
        String mediaType,
        long sizeBytes,
        String sha256,
        @Nullable UUID bookingId,
        Instant createdAt) {}
