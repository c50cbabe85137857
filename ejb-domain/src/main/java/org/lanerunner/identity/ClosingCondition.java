package org.lanerunner.identity;

import java.util.Optional;
import java.util.UUID;

/**
 * What may stand in the way of an organisation that wants to close. Every feature may bring its own as an application-scoped bean; all are asked, in the transaction
 * that closes.
 */
public interface ClosingCondition {

    /**
     * In which order they are asked. Business goes on while it is looked at, and only in this order, so none slips through between two looks; what begins anew waits
     * until the organisation is closed, and is refused then ({@link Organisations#requireOpen}).
     */
    enum Stage {
        OFFERED,
        AGREED,
        PAID
    }

    Stage stage();

    /** A whole sentence that says what has to be done first, or nothing. */
    Optional<String> standsInTheWay(UUID organisationId);
}
