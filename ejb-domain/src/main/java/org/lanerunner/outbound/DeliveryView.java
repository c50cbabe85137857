package org.lanerunner.outbound;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.UUID;

/**
 * A message as the administrator sees it: never its content.
 *
 * @param unverifiedFor the reason why it went to an address that nobody has confirmed; null for a confirmed one
 * @param refusals how often the provider refused this very message
 * @param error the slug of the reason why it was not sent the last time, or did not arrive; null where it was not tried or went well
 * @param outcome what became of an SMS that was sent; null while the provider has not told
 */
public record DeliveryView(
        UUID id,
        Channel channel,
        String kind,
        String address,
        @Nullable UUID personId,
        @Nullable Recipient.Because unverifiedFor,
        @Nullable UUID organisationId,
        DeliveryState state,
        int attempts,
        int refusals,
        @Nullable String error,
        @Nullable SmsOutcome outcome,
        Instant createdAt,
        Instant nextTryAt,
        Instant changedAt) {}
