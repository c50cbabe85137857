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

/** What an organisation asks of whoever signs in for it; who opens a session sees to it, and those that are open are bound within seconds. */
@Stateless
public class Policies {

    @PersistenceContext(unitName = "lanerunner")
    private EntityManager entities;

    @Inject
    private Organisations organisations;

    @Inject
    private Audit audit;

    @Inject
    private SecondFactors secondFactors;

    @Inject
    private Proving proving;

    public PolicyView view(Caller caller, UUID organisationId) {
        return organisations.requireSeen(caller, organisationId).policy();
    }

    /** @param codesByMail null to leave it as it is */
    public PolicyView change(
            Caller caller, UUID organisationId, IfMatch ifMatch, Boolean secondFactor, Boolean codesByMail) {
        Organisation organisation = organisations.managed(caller, organisationId);
        caller.requireProof();
        ifMatch.require(organisation.policy().version());
        if (secondFactor == null) {
            throw Refusal.invalid("/secondFactor", "Say true or false.");
        }
        if (secondFactor && !secondFactors.has(caller.person().id())) {
            throw Refusal.conflict(
                    "organisations/second-factor-first",
                    "Set up a second factor of your own first: you will need it too.");
        }
        boolean mail = codesByMail == null ? organisation.takesCodesByMail() : codesByMail;
        boolean tightened =
                secondFactor && (!organisation.requiresSecondFactor() || organisation.takesCodesByMail() && !mail);
        organisation.requireSecondFactor(secondFactor, mail);
        entities.flush();
        if (tightened) {
            proving.factorIsNeededIn(organisationId);
        }
        audit.record(caller, "organisation.policy-changed", organisationId);
        return organisation.policy();
    }
}
