package org.lanerunner.identity;

import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import org.lanerunner.shared.Sql;

/**
 * Tells the person of an account that has to wait everywhere. It works asynchronously, so that the answer to a guess takes as long where there is no such
 * account.
 */
@Stateless
public class LockNotices {

    @Inject
    private Sql sql;

    @Inject
    private SecurityNotices notices;

    @Asynchronous
    public void tell(String account) {
        sql.first("SELECT id FROM identity.person WHERE email_key = ?", row -> Sql.id(row, "id"), account)
                .ifPresent(personId -> notices.tell(personId, SecurityNotice.LOCKED, Map.of()));
    }
}
