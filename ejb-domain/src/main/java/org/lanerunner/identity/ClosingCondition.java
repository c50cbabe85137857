package org.lanerunner.identity;

import java.util.Optional;
import java.util.UUID;

/**
 * A condition that may stand in the way of an organisation that wants to close. Every feature may bring its own as an application-scoped bean; all are asked,
 * in the transaction that closes.
 */
public interface ClosingCondition {

    /**
     * The order in which the conditions are asked. Business goes on meanwhile, but it only moves from one stage to the next in this order, so none slips
     * through between two looks. Business that begins anew waits until the organisation is closed, and is refused then ({@link Organisations#requireOpen}).
     */
    enum Stage {
        OFFERED,
        AGREED,
        PAID
    }

    Stage stage();

    /** A whole sentence that says what must be done first; empty where nothing is in the way. */
    Optional<String> standsInTheWay(UUID organisationId);
}
