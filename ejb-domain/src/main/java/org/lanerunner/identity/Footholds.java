package org.lanerunner.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;
import org.lanerunner.shared.Sql;

/**
 * Ends the ways in that somebody who knew the password, or read the mail, may have left in an account: browsers that are known, links in mails, and a change of
 * address that waits. They end with the password and with the address. Factors and logins elsewhere stay, since they keep out a person who only reads the mail;
 * the notice of the new password tells of them. To be called with the person locked and the sessions ended, since devices come after them in the order of
 * locks.
 */
@ApplicationScoped
class Footholds {

    @PersistenceContext(unitName = "lanerunner")
    private EntityManager entities;

    @Inject
    private Sql sql;

    /** @param kept the session whose device stays known, or null for none */
    void end(UUID personId, UUID kept) {
        endLinks(personId);
        // sessions that were ended are written before their devices go
        entities.flush();
        sql.update(
                "DELETE FROM identity.device WHERE person_id = ? AND id IS DISTINCT FROM (SELECT device_id FROM identity.session WHERE id = ?::uuid)",
                personId,
                kept);
    }

    void endLinks(UUID personId) {
        sql.update("DELETE FROM identity.address_change WHERE person_id = ?", personId);
        sql.update(
                "UPDATE identity.helping_link SET expires_at = created_at, version = version + 1 WHERE person_id = ? AND used_at IS NULL AND expires_at > created_at",
                personId);
        sql.update("DELETE FROM identity.mail_link WHERE person_id = ? AND used_at IS NULL", personId);
    }
}
