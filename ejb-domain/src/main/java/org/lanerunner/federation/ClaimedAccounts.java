package org.lanerunner.federation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.lanerunner.identity.AddressClaimed;
import org.lanerunner.shared.Sql;

/** Logins that were linked to an account whose address was not theirs end when the mailbox's holder comes, and all end with the way back: they would let in whoever had it before. */
@ApplicationScoped
class ClaimedAccounts {

    @Inject
    private Sql sql;

    void end(@Observes AddressClaimed claimed) {
        sql.update("DELETE FROM federation.login WHERE person_id = ?", claimed.personId());
    }
}
