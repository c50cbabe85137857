package org.lanerunner.federation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.lanerunner.identity.AddressClaimed;
import org.lanerunner.shared.Sql;

/**
 * Ends the logins of an account whose address was claimed: by the mailbox's holder, when another person had opened the account with it, or by the way back.
 * These logins would let in whoever had the account before.
 */
@ApplicationScoped
class ClaimedAccounts {

    @Inject
    private Sql sql;

    void end(@Observes AddressClaimed claimed) {
        sql.update("DELETE FROM federation.login WHERE person_id = ?", claimed.personId());
    }
}
