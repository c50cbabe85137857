package org.lanerunner.factors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.lanerunner.identity.Challenge;
import org.lanerunner.identity.ProvenBy;
import org.lanerunner.identity.SecondFactors;
import org.lanerunner.shared.Caller;

/** Answers what identity asks of the second factors. */
@ApplicationScoped
class KnownFactors implements SecondFactors {

    @Inject
    private Proofs proofs;

    @Inject
    private MessageFactors messageFactors;

    @Override
    public boolean has(UUID personId) {
        return proofs.has(personId);
    }

    @Override
    public boolean isEnough(UUID personId, ProvenBy proof) {
        return proofs.isEnough(personId, proof);
    }

    @Override
    public boolean asksAnew(UUID personId) {
        return proofs.asksAnew(personId);
    }

    @Override
    public boolean opensByMailedPassword(UUID personId) {
        return proofs.opensByMailedPassword(personId);
    }

    @Override
    public void removeAll(UUID personId) {
        proofs.removeAll(personId);
    }

    @Override
    public void requirePhoneMayChange(Caller caller) {
        messageFactors.requirePhoneMayChange(caller);
    }

    @Override
    public void phoneChanged(Caller caller, boolean gone) {
        messageFactors.phoneChanged(caller, gone);
    }

    @Override
    public Challenge challenge(UUID personId, ProvenBy first) {
        return proofs.challenge(personId, first);
    }
}
