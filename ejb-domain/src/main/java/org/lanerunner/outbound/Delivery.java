package org.lanerunner.outbound;

import java.time.Instant;
import java.util.UUID;

/**
 * A message that a worker has claimed, to be sent now.
 *
 * @param id the same at each try: what the recipient's side may know it by
 * @param sealed what it says (see {@link OutboundDeliveries#content})
 * @param lease by which the worker holds it
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
