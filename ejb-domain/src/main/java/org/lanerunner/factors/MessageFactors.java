package org.lanerunner.factors;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lanerunner.events.Audit;
import org.lanerunner.identity.Accounts;
import org.lanerunner.identity.CodesTaken;
import org.lanerunner.identity.Proving;
import org.lanerunner.identity.SecurityNotice;
import org.lanerunner.identity.SecurityNotices;
import org.lanerunner.outbound.Channel;
import org.lanerunner.outbound.Channels;
import org.lanerunner.outbound.PhoneNumber;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CommonPermissions;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Refusal;

/** A person's own codes that are sent: they are turned on and off here, and follow changes of the number to which they go. */
@Stateless
public class MessageFactors {

    @Inject
    private Factors factors;

    @Inject
    private MessageCodes messageCodes;

    @Inject
    private CodesTaken taken;

    @Inject
    private Channels channels;

    @Inject
    private Accounts accounts;

    @Inject
    private Proving proving;

    @Inject
    private Audit audit;

    @Inject
    private SecurityNotices notices;

    /**
     * Turns the codes on. From the next sign-in a code is sent there and asked for, as long as there is no better factor.
     *
     * @throws Refusal UNAVAILABLE for codes by SMS where none go out, or none to the country of the number
     */
    public FactorsView turnOn(Caller caller, Channel by) {
        caller.require(CommonPermissions.SELF);
        if (by == Channel.SMS) {
            channels.require(Channel.SMS);
        }
        caller.requireProof();
        accounts.requireConfirmed(caller);
        UUID person = caller.person().id();
        messageCodes.requireMoreThanTheMailbox(caller);
        // taking the number away and turning the codes off hold the person first, too
        proving.hold(caller);
        requireTaken(person, by);
        if (!messageCodes.turnOn(person, by)) {
            throw Refusal.conflict("factors/" + word(by) + "-already", "These codes are on already.");
        }
        proving.factorCame(caller);
        audit.record(caller, "factor.added", person);
        notices.tell(person, SecurityNotice.FACTOR_ADDED, called(by));
        return factors.view(caller);
    }

    public void turnOff(Caller caller, Channel by) {
        caller.require(CommonPermissions.SELF);
        caller.requireProof();
        messageCodes.requireMoreThanTheMailbox(caller);
        proving.hold(caller);
        if (!messageCodes.turnOff(caller.person().id(), by)) {
            throw Refusal.conflict("factors/no-" + word(by), "These codes are not on.");
        }
        gone(caller, by);
    }

    /** The number to which codes go may be changed or removed only by a person who may change a factor. */
    @NeedsNoPermission(because = "who changes their number was asked before")
    public void requirePhoneMayChange(Caller caller) {
        if (messageCodes.onSince(caller.person().id(), Channel.SMS).isPresent()) {
            caller.requireProof();
            messageCodes.requireMoreThanTheMailbox(caller);
        }
    }

    /** What was proven by the old number counts as proven long ago. Codes that were sent there are no longer good anyway. */
    @NeedsNoPermission(because = "who changes their number was asked before")
    public void phoneChanged(Caller caller, boolean gone) {
        UUID person = caller.person().id();
        if (messageCodes.onSince(person, Channel.SMS).isEmpty()) {
            return;
        }
        if (gone) {
            messageCodes.turnOff(person, Channel.SMS);
            gone(caller, Channel.SMS);
        } else {
            proving.factorWent(caller, Method.SMS.word(), true);
        }
    }

    private void gone(Caller caller, Channel by) {
        UUID person = caller.person().id();
        proving.factorWent(caller, Method.by(by).word(), false);
        audit.record(caller, "factor.removed", person);
        notices.tell(person, SecurityNotice.FACTOR_REMOVED, called(by));
    }

    private void requireTaken(UUID person, Channel by) {
        Optional<String> to = taken.destination(person, by);
        if (to.isEmpty() || !taken.areTaken(person, by)) {
            throw Refusal.conflict(
                    "factors/" + word(by) + "-not-taken",
                    by == Channel.SMS
                            ? "None of your organisations takes codes by SMS, or you have confirmed no telephone number."
                            : "None of your organisations takes codes by mail, or your password was set by mail a short while ago.");
        }
        if (by == Channel.SMS && !channels.reaches(new PhoneNumber(to.get()))) {
            throw Channels.noSmsThere();
        }
    }

    private static String word(Channel by) {
        return Method.by(by).word();
    }

    private static Map<String, String> called(Channel by) {
        return Map.of("factor", by == Channel.SMS ? "codes by SMS" : "codes by mail");
    }
}
