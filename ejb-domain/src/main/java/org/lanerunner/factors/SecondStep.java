package org.lanerunner.factors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.lanerunner.identity.DeviceSeen;
import org.lanerunner.identity.ProvenBy;
import org.lanerunner.identity.SignIn;
import org.lanerunner.identity.Tokens;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CommonPermissions;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Refusal;

/**
 * The second step of signing in, and proving anew. It works outside a transaction: hashing a password takes long, and wrong answers must stay counted though
 * they are refused. A person who has a second factor proves by it, since somebody else may know the password.
 */
@ApplicationScoped
public class SecondStep {

    @Inject
    private Proofs proofs;

    @Inject
    private SignIn signIn;

    @Inject
    private Clock clock;

    /**
     * Asks for a passkey: as the second step after a right password, or to sign in with it alone.
     *
     * @param challenge the one that a right password gave, or null
     */
    @NeedsNoPermission(because = "it is how somebody becomes a caller")
    public PasskeyRequest ask(String challenge, PortalOrigin portal) {
        portal.requireName();
        return proofs.ask(challenge, portal).orElseThrow(() -> over(Refusal.Kind.UNAUTHENTICATED));
    }

    /** @throws Refusal UNAUTHENTICATED for a wrong answer and for a challenge that is over, TOO_MANY after too many wrong ones */
    @NeedsNoPermission(because = "it is how somebody becomes a caller")
    public Tokens finish(String challenge, Shown shown, PortalOrigin portal, DeviceSeen seen) {
        if (challenge == null || challenge.isBlank()) {
            throw Refusal.invalid("/challenge", "Hand back the challenge that signing in gave.");
        }
        shown.requireWhole();
        if (shown.method() == Method.PASSWORD) {
            throw Refusal.invalid("/method", "The password was shown already; show a second factor.");
        }
        Proofs.Finished finished = proofs.finish(challenge, shown, portal, seen);
        Tokens tokens = tokens(finished, Refusal.Kind.UNAUTHENTICATED);
        signIn.finished(finished.personId(), seen);
        return tokens;
    }

    /**
     * Sends a code to the confirmed number or address, with which the challenge is finished.
     *
     * @throws Refusal TOO_MANY when one was sent a moment ago, or too many were today; CONFLICT where no code is sent
     */
    @NeedsNoPermission(because = "it is how somebody becomes a caller")
    public void sendCode(String challenge) {
        if (challenge == null || challenge.isBlank()) {
            throw Refusal.invalid("/challenge", "Hand back the challenge that signing in gave.");
        }
        requireSent(proofs.sendCode(challenge));
    }

    /** Sends a code to the caller's confirmed number, with which they prove who they are. */
    public CodeSent sendCodeAnew(Caller caller) {
        caller.require(CommonPermissions.SELF);
        Sent sent = proofs.sendCodeAnew(caller);
        requireSent(sent);
        return new CodeSent(sent.challenge(), MessageCodes.LIFETIME.toSeconds());
    }

    private static void requireSent(Sent sent) {
        switch (sent.answer()) {
            case YES -> {}
            case OVER -> throw over(Refusal.Kind.UNAUTHENTICATED);
            case NOT_TAKEN ->
                throw Refusal.conflict("factors/no-code-sent", "No code is sent to you here. Show what you have.");
            case LATER ->
                throw tooSoon(sent, "factors/code-sent", "A code was sent a moment ago. Look for it, or wait a while.");
            case MANY ->
                throw tooSoon(
                        sent,
                        "factors/too-many-codes",
                        "So many codes were sent to you today that the next goes in an hour. If you asked for none of them, somebody else knows your password: set a new one by mail"
                                + " (Forgot your password?), then they can ask for no more.");
            case MANY_OF_ALL ->
                throw tooSoon(
                        sent,
                        "factors/too-many-codes-of-all",
                        "So many codes were sent to others today that yours has to wait. Try again in an hour, or use another way.");
        }
    }

    private static Refusal tooSoon(Sent sent, String slug, String detail) {
        return new Refusal(Refusal.Kind.TOO_MANY, slug, detail)
                .beyond(Limit.CODES_BY_MESSAGE)
                .retryAfter((int) sent.pause().plusMillis(999).toSeconds());
    }

    /** Asks for one of the caller's passkeys. */
    public PasskeyRequest askAnew(Caller caller, PortalOrigin portal) {
        caller.require(CommonPermissions.SELF);
        portal.requireName();
        return proofs.askAnew(caller, portal);
    }

    /**
     * @param challenge the one for a passkey or a code that was asked for; null otherwise
     * @return an access token which says that the caller has proven who they are
     * @throws Refusal FORBIDDEN for a wrong answer, TOO_MANY after too many of them
     */
    public Tokens prove(Caller caller, String challenge, Shown shown, PortalOrigin portal) {
        caller.require(CommonPermissions.SELF);
        shown.requireWhole();
        if (shown.method() != Method.PASSWORD) {
            return tokens(proofs.prove(caller, challenge, shown, portal), Refusal.Kind.FORBIDDEN);
        }
        if (proofs.asksAnew(caller.person().id())) {
            throw showAFactor();
        }
        Instant now = clock.instant();
        if (!signIn.isPassword(caller.person().id(), shown.code(), () -> beginPassword(caller))) {
            throw notRight(Refusal.Kind.FORBIDDEN);
        }
        return proofs.proveByPassword(caller, new ProvenBy(now, Set.of(Method.PASSWORD.word())))
                .orElseThrow(SecondStep::showAFactor)
                .tokens();
    }

    private void beginPassword(Caller caller) {
        Duration wait = proofs.beginPassword(caller);
        if (!wait.isZero()) {
            throw tooMany(Checked.waiting(wait));
        }
    }

    private static Refusal showAFactor() {
        return Refusal.conflict(
                "factors/show-a-factor", "You have a second factor: show that, the password is not enough.");
    }

    private static Tokens tokens(Proofs.Finished finished, Refusal.Kind wrong) {
        if (finished.tokens() != null) {
            return finished.tokens();
        }
        if (finished.over()) {
            throw over(wrong);
        }
        if (finished.checked().mustWait()) {
            throw tooMany(finished.checked());
        }
        throw notRight(wrong);
    }

    private static Refusal notRight(Refusal.Kind kind) {
        return new Refusal(kind, "factors/not-right", "That is not right, or was used before.");
    }

    private static Refusal over(Refusal.Kind kind) {
        return new Refusal(kind, "factors/challenge-over", "This took too long, or too many tries. Begin again.");
    }

    private static Refusal tooMany(Checked checked) {
        return new Refusal(
                        Refusal.Kind.TOO_MANY,
                        "factors/too-many-wrong",
                        "Too many wrong answers: wait a while, or show a recovery code or a passkey where you have one.")
                .beyond(Limit.WRONG_CODES)
                .retryAfter(checked.waitSeconds());
    }
}
