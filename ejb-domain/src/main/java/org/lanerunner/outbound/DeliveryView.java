package org.lanerunner.outbound;

import java.time.Instant;
import java.util.UUID;

/**
 * A message as the administrator sees it: never what it says.
 *
 * @param unverifiedFor why it went to an address that nobody has confirmed; null for a confirmed one
 * @param refusals how often the provider refused this very message
 * @param error a slug: why it was not sent the last time; null where it was not tried or went well
 */
public record DeliveryView(
        UUID id,
        Channel channel,
        String kind,
        String address,
        UUID personId,
        Recipient.Because unverifiedFor,
        UUID organisationId,
        DeliveryState state,
        int attempts,
        int refusals,
        String error,
        Instant createdAt,
        Instant nextTryAt,
        Instant changedAt) {}
