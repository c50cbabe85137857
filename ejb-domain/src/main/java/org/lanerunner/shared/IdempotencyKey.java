package org.lanerunner.shared;

import java.util.Set;
import java.util.UUID;

/**
 * A client's own name for its request ({@code Idempotency-Key}). It is unique among those that one principal sent to one endpoint for one organisation. Two
 * people of an organisation never share a key, since one of them may see less than the other.
 *
 * @param owner the organisation acted for
 * @param principal the person or key who asks
 * @param grants what the principal may do now. It is not part of the name: an answer is shown again as long as all is still allowed that was allowed when it
 * was made
 */
public record IdempotencyKey(UUID owner, UUID principal, String endpoint, String text, Set<String> grants) {

    public static IdempotencyKey of(Caller caller, String endpoint, String text) {
        return new IdempotencyKey(
                caller.organisationId(),
                caller.actorId(),
                endpoint,
                text,
                caller.grants().texts());
    }
}
