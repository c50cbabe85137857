package org.lanerunner.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Set;
import java.util.UUID;
import org.lanerunner.events.Audit;
import org.lanerunner.outbound.Channel;
import org.lanerunner.outbound.Channels;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.IfMatch;
import org.lanerunner.shared.Refusal;

/** What an organisation asks of people who sign in for it. It applies when a session is opened, and within seconds to those that are open. */
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

    @Inject
    private Channels channels;

    public PolicyView view(Caller caller, UUID organisationId) {
        return view(organisations.requireSeen(caller, organisationId));
    }

    /**
     * @param codesByMail null to leave it as it is; codesBySms likewise
     * @throws Refusal UNAVAILABLE for codes by SMS where none go out
     */
    public PolicyView change(
            Caller caller,
            UUID organisationId,
            IfMatch ifMatch,
            Boolean secondFactor,
            Boolean codesByMail,
            Boolean codesBySms) {
        Organisation organisation = organisations.managed(caller, organisationId);
        caller.requireProof();
        ifMatch.require(organisation.version());
        if (secondFactor == null) {
            throw Refusal.invalid("/secondFactor", "Say true or false.");
        }
        if (secondFactor && !secondFactors.has(caller.person().id())) {
            throw Refusal.conflict(
                    "organisations/second-factor-first",
                    "Set up an app or a passkey of your own first: you will need it too.");
        }
        Set<Channel> before = organisation.codesTaken();
        Set<Channel> codes = organisation.codesTaken();
        say(codes, Channel.MAIL, codesByMail);
        say(codes, Channel.SMS, codesBySms);
        if (codes.contains(Channel.SMS) && !before.contains(Channel.SMS)) {
            channels.require(Channel.SMS);
        }
        boolean tightened = secondFactor && (!organisation.requiresSecondFactor() || !codes.containsAll(before));
        organisation.requireSecondFactor(secondFactor, codes);
        entities.flush();
        if (tightened) {
            proving.factorIsNeededIn(organisationId);
        }
        audit.record(caller, "organisation.policy-changed", organisationId);
        return view(organisation);
    }

    private PolicyView view(Organisation organisation) {
        return organisation.policy(channels.available(Channel.SMS));
    }

    private static void say(Set<Channel> codes, Channel by, Boolean wanted) {
        if (Boolean.TRUE.equals(wanted)) {
            codes.add(by);
        } else if (wanted != null) {
            codes.remove(by);
        }
    }
}
