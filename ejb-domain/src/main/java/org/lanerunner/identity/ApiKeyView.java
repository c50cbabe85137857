package org.lanerunner.identity;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An API key of an organisation.
 *
 * @param id the key's id, which is also its client id
 * @param prefix the beginning of the secret
 * @param addresses the only ones from which it is taken; empty for any
 * @param madeByFormerMember whether the person who made it, and has seen its secret, is no member any more
 * @param lastUsedAt to the minute; null if it was never used
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
