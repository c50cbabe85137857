package org.lanerunner.factors;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lanerunner.events.Audit;
import org.lanerunner.factors.Challenges.Purpose;
import org.lanerunner.identity.Accounts;
import org.lanerunner.identity.Acting;
import org.lanerunner.identity.Challenge;
import org.lanerunner.identity.CodesTaken;
import org.lanerunner.identity.DeviceSeen;
import org.lanerunner.identity.ProvenBy;
import org.lanerunner.identity.Proving;
import org.lanerunner.identity.SecurityNotice;
import org.lanerunner.identity.SecurityNotices;
import org.lanerunner.identity.Tokens;
import org.lanerunner.outbound.Channel;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Correlation;
import org.lanerunner.shared.Tried;

/**
 * Looks at what somebody shows, and opens a session with it or proves the person in their present one. Wrong answers that were counted must stay counted, so
 * nothing is refused here, which would roll the transaction back: {@link SecondStep} refuses.
 */
@Stateless
public class Proofs {

    /** @param tokens null, as the person is, unless what was shown is right; @param over whether there is no such challenge, or not any more */
    record Finished(Tokens tokens, UUID personId, Checked checked, boolean over) {

        static final Finished OVER = new Finished(null, null, Checked.WRONG, true);

        static Finished not(Checked checked) {
            return new Finished(null, null, checked, false);
        }

        static Finished with(Tokens tokens, UUID personId) {
            return new Finished(tokens, personId, Checked.RIGHT, false);
        }
    }

    @Inject
    private Challenges challenges;

    @Inject
    private Codes codes;

    @Inject
    private MessageCodes messageCodes;

    @Inject
    private Ceremonies ceremonies;

    @Inject
    private PasskeyRepository passkeys;

    @Inject
    private CodesTaken taken;

    @Inject
    private WrongCodes wrongCodes;

    @Inject
    private Accounts accounts;

    @Inject
    private Proving proving;

    @Inject
    private SecurityNotices notices;

    @Inject
    private Acting acting;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    public boolean has(UUID personId) {
        return codes.hasApp(personId) || passkeys.anyOf(personId);
    }

    /** True if signing in needs nothing more: no second factor and, where there is none, no code that is sent. */
    public boolean isEnough(UUID personId, ProvenBy proof) {
        return proof.bySecondFactor()
                || !has(personId)
                        && messageCodes
                                .askedFor(personId)
                                .map(by ->
                                        proof.methods().contains(Method.by(by).word()))
                                .orElse(true);
    }

    /**
     * True if the password alone is not enough to prove anew who the person is, since they have a second factor, or codes by SMS. Codes by mail do not count
     * here, since the mailbox can set the password and so proves no more than it.
     */
    public boolean asksAnew(UUID personId) {
        return has(personId) || codeOf(personId).filter(by -> by == Channel.SMS).isPresent();
    }

    /** True if a password that was set by mail opens the account. Such a password holds back codes by mail, but no other factor. */
    public boolean opensByMailedPassword(UUID personId) {
        return !has(personId) && messageCodes.onSince(personId, Channel.SMS).isEmpty();
    }

    /** Sends a code for a challenge of signing in. */
    public Sent sendCode(String challenge) {
        Optional<Challenges.Open> begun = challenges.take(challenge, Purpose.SIGN_IN);
        if (begun.isEmpty()) {
            return Sent.OVER;
        }
        return codeOf(begun.get().personId())
                .map(by -> messageCodes.send(
                        begun.get(),
                        by,
                        taken.takenBy(begun.get().personId(), by).orElse(null)))
                .orElse(Sent.NOT_TAKEN);
    }

    /** Sends a code with which the caller proves anew who they are. */
    public Sent sendCodeAnew(Caller caller) {
        UUID person = caller.person().id();
        if (codeOf(person).filter(by -> by == Channel.SMS).isEmpty()) {
            return Sent.NOT_TAKEN;
        }
        String begun = challenges.begin(caller, null, null);
        Challenges.Open open = challenges.take(begun, Purpose.PROVE).orElseThrow();
        Sent sent = messageCodes.send(open, Channel.SMS, caller.organisationId());
        if (sent.answer() != Sent.Answer.YES) {
            challenges.end(open);
        }
        return sent.finishing(begun);
    }

    /** Removes all factors, with the challenges that are open and the wrong codes that were counted. */
    public void removeAll(UUID personId) {
        codes.removeApp(personId);
        messageCodes.turnOffAll(personId);
        codes.endRecoveryCodes(personId);
        passkeys.removeAllOf(personId);
        challenges.endAllOf(personId);
        wrongCodes.forget(personId);
    }

    public Challenge challenge(UUID personId, ProvenBy first) {
        String secret = challenges.begin(personId, first);
        return new Challenge(secret, methods(personId), Challenges.LIFETIME.toSeconds());
    }

    /** @param challenge the one that a right password gave, or null to sign in with a passkey alone; @return empty when it is over */
    public Optional<PasskeyRequest> ask(String challenge, PortalOrigin portal) {
        byte[] nonce = Challenges.random();
        if (challenge == null) {
            String begun = challenges.begin(Purpose.PASSKEY, null, nonce, portal);
            return Optional.of(request(begun, nonce, portal, List.of()));
        }
        return challenges.take(challenge, Purpose.SIGN_IN).map(open -> {
            challenges.ask(open, nonce, portal);
            return request(challenge, nonce, portal, known(open.personId(), portal));
        });
    }

    public PasskeyRequest askAnew(Caller caller, PortalOrigin portal) {
        UUID person = caller.person().id();
        byte[] nonce = Challenges.random();
        String begun = challenges.begin(caller, nonce, portal);
        return request(begun, nonce, portal, known(person, portal));
    }

    public Finished finish(String challenge, Shown shown, PortalOrigin portal, DeviceSeen seen) {
        Instant now = clock.instant();
        Optional<Challenges.Open> begun = challenges.take(challenge, Purpose.SIGN_IN, Purpose.PASSKEY);
        if (begun.isEmpty()) {
            return Finished.OVER;
        }
        Challenges.Open open = begun.get();
        if (open.personId() != null) {
            Correlation.tries(Tried.account(open.personId()));
        }
        if (shown.method() == Method.PASSKEY) {
            Optional<Passkey> passkey = right(open, shown.passkey().bytes(), portal);
            if (passkey.isEmpty()) {
                return refused(open, Checked.WRONG);
            }
            return finished(open, passkey.get().personId(), Method.PASSKEY, now, seen);
        }
        if (open.personId() == null) {
            return refused(open, Checked.WRONG);
        }
        WrongCodes.Place place = WrongCodes.Place.device(open.personId(), accounts.deviceOf(open.personId(), seen));
        Checked checked = shown.method().sentBy().isPresent()
                ? codes.counted(place, () -> isSent(open, shown))
                : codes.check(open.personId(), shown, place);
        return checked.right() ? finished(open, open.personId(), shown.method(), now, seen) : refused(open, checked);
    }

    private boolean isSent(Challenges.Open open, Shown shown) {
        return codeOf(open.personId())
                .filter(by -> Method.by(by) == shown.method() && messageCodes.isRight(open, by, shown.code()))
                .isPresent();
    }

    private Finished finished(Challenges.Open open, UUID person, Method method, Instant now, DeviceSeen seen) {
        challenges.end(open);
        tellIfRecovered(person, method);
        Set<String> words = new HashSet<>(open.first().methods());
        words.add(method.word());
        ProvenBy proof =
                new ProvenBy(open.purpose() == Purpose.SIGN_IN ? open.first().at() : now, words);
        return Finished.with(accounts.open(person, proof, seen), person);
    }

    /** Proves anew who the caller is, in their present session: also with a passkey or a code by SMS for the challenge that asked for it. */
    public Finished prove(Caller caller, String challenge, Shown shown, PortalOrigin portal) {
        UUID person = caller.person().id();
        ProvenBy proof = new ProvenBy(clock.instant(), Set.of(shown.method().word()));
        if (shown.method() != Method.PASSKEY && shown.method() != Method.SMS) {
            Checked checked = codes.check(person, shown, session(caller));
            if (!checked.right()) {
                return Finished.not(checked);
            }
            tellIfRecovered(person, shown.method());
            return Finished.with(proving.prove(caller, proof), person);
        }
        Optional<Challenges.Open> begun =
                challenges.take(challenge, Purpose.PROVE).filter(open -> open.isOf(caller));
        if (begun.isEmpty()) {
            return Finished.OVER;
        }
        Checked checked = shown.method() == Method.SMS
                ? codes.counted(session(caller), () -> isSent(begun.get(), shown))
                : right(begun.get(), shown.passkey().bytes(), portal).isPresent() ? Checked.RIGHT : Checked.WRONG;
        if (!checked.right()) {
            return refused(begun.get(), checked);
        }
        challenges.end(begun.get());
        return Finished.with(proving.prove(caller, proof), person);
    }

    /**
     * Counts a try before the password is looked at, so that of a thousand tries at once each is counted.
     *
     * @return how long to wait; when it is zero the password is looked at, and the try counts as wrong unless the password was right
     */
    public Duration beginPassword(Caller caller) {
        Duration wait = wrongCodes.hold(session(caller));
        if (wait.isZero()) {
            wrongCodes.wrong(session(caller));
        }
        return wait;
    }

    /**
     * The password was right, which was checked outside of transactions.
     *
     * @return empty when a factor was added meanwhile: to turn one on locks the person, and so does this
     */
    public Optional<Finished> proveByPassword(Caller caller, ProvenBy proof) {
        wrongCodes.right(session(caller));
        proving.hold(caller);
        if (asksAnew(caller.person().id())) {
            return Optional.empty();
        }
        return Optional.of(
                Finished.with(proving.prove(caller, proof), caller.person().id()));
    }

    private static WrongCodes.Place session(Caller caller) {
        return WrongCodes.Place.session(caller.person().id(), caller.person().sessionId());
    }

    /** Tells the person that a recovery code was used. It is shown by somebody who has lost the other factors, or by somebody who found the paper. */
    private void tellIfRecovered(UUID person, Method method) {
        if (method == Method.RECOVERY_CODE) {
            audit.record(acting.onBehalfOf(person), "recovery-code.used", person);
            notices.tell(person, SecurityNotice.RECOVERY_USED, Map.of());
        }
    }

    private Finished refused(Challenges.Open open, Checked checked) {
        challenges.tried(open);
        return Finished.not(checked);
    }

    /** The passkey that was shown, if it is right for this site and belongs to the challenge's person. */
    private Optional<Passkey> right(Challenges.Open open, ShownPasskey.Bytes answer, PortalOrigin portal) {
        return passkeys.by(answer.credentialId())
                .filter(passkey -> open.asksAt(portal) && passkey.isFor(portal))
                .filter(passkey -> open.personId() == null || passkey.personId().equals(open.personId()))
                .filter(passkey -> !answer.contradicts(passkey.personId()))
                .filter(passkey -> ceremonies
                        .shown(portal, open.nonce(), passkey, answer)
                        .filter(count -> passkeys.used(passkey, count))
                        .isPresent());
    }

    private List<String> methods(UUID personId) {
        List<String> methods = new ArrayList<>();
        if (passkeys.anyOf(personId)) {
            methods.add(Method.PASSKEY.name());
        }
        if (codes.hasApp(personId)) {
            methods.add(Method.CODE.name());
        }
        if (codes.recoveryCodesLeft(personId) > 0) {
            methods.add(Method.RECOVERY_CODE.name());
        }
        codeOf(personId).map(Method::by).map(Method::name).ifPresent(methods::add);
        return methods;
    }

    /** The channel by which a code is sent to the person. It is asked only of a person who has no better factor. */
    private Optional<Channel> codeOf(UUID personId) {
        return has(personId) ? Optional.empty() : messageCodes.askedFor(personId);
    }

    private List<PasskeyRequest.Known> known(UUID person, PortalOrigin portal) {
        return passkeys.of(person).stream()
                .filter(passkey -> passkey.isFor(portal))
                .map(Passkey::known)
                .toList();
    }

    private static PasskeyRequest request(
            String challenge, byte[] nonce, PortalOrigin portal, List<PasskeyRequest.Known> passkeys) {
        return new PasskeyRequest(
                challenge, ShownPasskey.encoded(nonce), portal.host(), passkeys, null, Challenges.LIFETIME.toSeconds());
    }
}
