package org.lanerunner.identity;

import java.util.Optional;
import java.util.UUID;

/**
 * What may stand in the way of an organisation that wants to close. Every feature may bring its own as an application-scoped bean; all are asked, in the transaction
 * that closes.
 */
public interface ClosingCondition {

    /** A whole sentence that says what has to be done first, or nothing. */
    Optional<String> standsInTheWay(UUID organisationId);
}
