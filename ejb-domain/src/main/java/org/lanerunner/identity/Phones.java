package org.lanerunner.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.lanerunner.outbound.Channel;
import org.lanerunner.outbound.Channels;
import org.lanerunner.outbound.PhoneNumber;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CommonPermissions;
import org.lanerunner.shared.Refusal;

/**
 * The telephone number of the own account, which is kept once its holder has shown the code that was sent to it. If sign-in codes go to it, it is a factor, and
 * changes as a factor does. It works outside a transaction, so that a wrong code stays counted though it is refused.
 */
@ApplicationScoped
public class Phones {

    @Inject
    private PhoneCodes codes;

    @Inject
    private Accounts accounts;

    @Inject
    private Channels channels;

    @Inject
    private SecondFactors secondFactors;

    /** Sends a code to the number. A person who can't be told by mail that a number came to the account adds none. */
    public void ask(Caller caller, String number) {
        caller.require(CommonPermissions.SELF);
        channels.require(Channel.SMS);
        PhoneNumber phone = PhoneNumber.of(number, "/phone");
        if (!channels.reaches(phone)) {
            throw Refusal.invalid("/phone", "This installation sends no SMS to that country.");
        }
        caller.requireProof();
        accounts.requireConfirmed(caller);
        secondFactors.requirePhoneMayChange(caller);
        codes.send(caller, phone);
    }

    public void confirm(Caller caller, String code) {
        caller.require(CommonPermissions.SELF);
        secondFactors.requirePhoneMayChange(caller);
        PhoneCodes.Sent sent = codes.tried(caller.person().id());
        if (!sent.isRight(caller.person().id(), code)) {
            throw Refusal.invalid("/code", "This is not the code that was sent.");
        }
        codes.confirmed(caller, sent);
    }

    public void remove(Caller caller) {
        caller.require(CommonPermissions.SELF);
        caller.requireProof();
        secondFactors.requirePhoneMayChange(caller);
        codes.remove(caller);
    }
}
