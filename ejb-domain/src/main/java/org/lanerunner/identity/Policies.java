package org.lanerunner.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;
import org.lanerunner.events.Audit;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.IfMatch;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Sql;

/** What an organisation asks of whoever signs in for it; who opens a session sees to it. */
@Stateless
public class Policies {

    @PersistenceContext(unitName = "lanerunner")
    private EntityManager entities;

    @Inject
    private Organisations organisations;

    @Inject
    private Audit audit;

    @Inject
    private Sql sql;

    public PolicyView view(Caller caller, UUID organisationId) {
        return organisations.requireSeen(caller, organisationId).policy();
    }

    public PolicyView change(Caller caller, UUID organisationId, IfMatch ifMatch, Boolean secondFactor) {
        Organisation organisation = organisations.managed(caller, organisationId);
        caller.requireProof();
        ifMatch.require(organisation.policy().version());
        if (secondFactor == null) {
            throw Refusal.invalid("/secondFactor", "Say true or false.");
        }
        organisation.requireSecondFactor(secondFactor);
        entities.flush();
        audit.record(caller, "organisation.policy-changed", organisationId);
        return organisation.policy();
    }

    /** For who opens sessions. */
    boolean requiresSecondFactor(UUID organisationId) {
        return sql.first(
                        "SELECT requires_second_factor FROM identity.organisation WHERE id = ?",
                        row -> row.getBoolean(1),
                        organisationId)
                .orElse(false);
    }
}
