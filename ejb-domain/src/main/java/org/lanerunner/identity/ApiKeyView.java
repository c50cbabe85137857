package org.lanerunner.identity;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An API key of an organisation.
 *
 * @param id its client id too
 * @param prefix how the secret begins
 * @param addresses from which it is taken; none for any
 * @param madeByFormerMember whether who made it, and has seen its secret, is no member any more
 * @param lastUsedAt to the minute; null for never
 */
public record ApiKeyView(
        UUID id,
        String name,
        String prefix,
        List<String> scopes,
        List<String> addresses,
        String madeBy,
        boolean madeByFormerMember,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt) {}
