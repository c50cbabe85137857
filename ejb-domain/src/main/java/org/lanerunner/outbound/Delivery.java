package org.lanerunner.outbound;

import java.time.Instant;
import java.util.UUID;

/**
 * A message that a worker has claimed, to be sent now.
 *
 * @param id the same at each try, so that the recipient's side may recognise it
 * @param sealed the content (see {@link OutboundDeliveries#content})
 * @param lease the mark by which the worker holds it
 */
public record Delivery(
        UUID id,
        UUID lease,
        Channel channel,
        String kind,
        String address,
        byte[] sealed,
        int refusals,
        int attempts,
        Instant createdAt,
        Instant goodUntil) {}
