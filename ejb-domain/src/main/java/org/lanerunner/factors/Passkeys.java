package org.lanerunner.factors;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.lanerunner.events.Audit;
import org.lanerunner.factors.Challenges.Purpose;
import org.lanerunner.identity.Accounts;
import org.lanerunner.identity.Me;
import org.lanerunner.identity.ProvenBy;
import org.lanerunner.identity.Proving;
import org.lanerunner.identity.SecurityNotice;
import org.lanerunner.identity.SecurityNotices;
import org.lanerunner.identity.Tokens;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CommonPermissions;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Uuid7;

/** A person's own passkeys: made, named and removed here. */
@Stateless
public class Passkeys {

    /** It is more than anybody has devices, and few enough that signing in can name them all. */
    static final int MOST = 20;

    /** @param recoveryCodes shown once; empty for a person who has some already; @param accessToken a token which says that the passkey was shown */
    public record Added(PasskeyView passkey, List<String> recoveryCodes, String accessToken, long expiresIn) {

        @Override
        public String toString() {
            return "Added";
        }
    }

    @Inject
    private PasskeyRepository passkeys;

    @Inject
    private Challenges challenges;

    @Inject
    private Ceremonies ceremonies;

    @Inject
    private Codes codes;

    @Inject
    private MessageCodes messageCodes;

    @Inject
    private Accounts accounts;

    @Inject
    private Proving proving;

    @Inject
    private Audit audit;

    @Inject
    private SecurityNotices notices;

    @Inject
    private Clock clock;

    /** The request with which a browser is asked to make a passkey. */
    public PasskeyRequest begin(Caller caller, PortalOrigin portal) {
        caller.require(CommonPermissions.SELF);
        caller.requireProof();
        portal.requireName();
        UUID person = caller.person().id();
        accounts.requireConfirmed(caller);
        messageCodes.requireMoreThanTheMailbox(caller);
        List<Passkey> present = withRoom(person);
        byte[] nonce = Challenges.random();
        String begun = challenges.begin(Purpose.ADD, person, nonce, portal);
        Me.Account account = accounts.me(caller).person();
        return new PasskeyRequest(
                begun,
                ShownPasskey.encoded(nonce),
                portal.host(),
                present.stream()
                        .filter(passkey -> passkey.isFor(portal))
                        .map(Passkey::known)
                        .toList(),
                PasskeyRequest.User.of(person, account.email(), account.name()),
                Challenges.LIFETIME.toSeconds());
    }

    /** Adds the passkey. A person without recovery codes gets some. */
    public Added add(Caller caller, NewPasskey made, PortalOrigin portal) {
        caller.require(CommonPermissions.SELF);
        caller.requireProof();
        UUID person = caller.person().id();
        messageCodes.requireMoreThanTheMailbox(caller);
        Instant now = clock.instant();
        byte[] clientData = ShownPasskey.decoded(made.clientData(), "/clientData");
        byte[] attestation = ShownPasskey.decoded(made.attestation(), "/attestation");
        Challenges.Open open = challenges
                .take(made.challenge(), Purpose.ADD)
                .filter(begun -> begun.personId().equals(person) && begun.asksAt(portal))
                .orElseThrow(() -> Refusal.conflict(
                        "factors/challenge-over", "This took too long, or was done already. Begin again."));
        Ceremonies.Made right = ceremonies
                .made(portal, open.nonce(), clientData, attestation, made.transports())
                .orElseThrow(() -> Refusal.conflict(
                        "factors/passkey-refused", "The answer of the device does not fit. Begin again."));
        challenges.end(open);
        withRoom(person);
        Passkey passkey = new Passkey(Uuid7.next(), person, made.name(), portal.host(), right, now);
        try {
            passkeys.add(passkey);
        } catch (PersistenceException thereAlready) {
            throw Refusal.conflict("factors/passkey-known", "This passkey is there already.");
        }
        proving.factorCame(caller);
        Tokens tokens = proving.prove(caller, new ProvenBy(now, Set.of(Method.PASSKEY.word())));
        audit.record(caller, "factor.added", passkey.id());
        notices.tell(person, SecurityNotice.FACTOR_ADDED, called(passkey));
        List<String> recovery =
                codes.recoveryCodesLeft(person) == 0 ? codes.makeRecoveryCodes(person) : List.<String>of();
        return new Added(passkey.view(), recovery, tokens.accessToken(), tokens.expiresIn());
    }

    public PasskeyView rename(Caller caller, UUID id, String name) {
        caller.require(CommonPermissions.SELF);
        Passkey passkey = own(caller, id);
        passkey.rename(name);
        audit.record(caller, "factor.renamed", id);
        return passkey.view();
    }

    public void remove(Caller caller, UUID id) {
        caller.require(CommonPermissions.SELF);
        caller.requireProof();
        Passkey passkey = own(caller, id);
        UUID person = caller.person().id();
        passkeys.remove(passkey);
        boolean anotherIsLeft = passkeys.anyOf(person) || codes.hasApp(person);
        if (!anotherIsLeft) {
            codes.endRecoveryCodes(person);
        }
        proving.factorWent(caller, Method.PASSKEY.word(), anotherIsLeft);
        audit.record(caller, "factor.removed", id);
        notices.tell(person, SecurityNotice.FACTOR_REMOVED, called(passkey));
    }

    private static Map<String, String> called(Passkey passkey) {
        return Map.of("factor", "the passkey \u201c" + passkey.view().name() + "\u201d");
    }

    private List<Passkey> withRoom(UUID person) {
        List<Passkey> present = passkeys.of(person);
        if (present.size() >= MOST) {
            throw Refusal.conflict("factors/too-many-passkeys", "You have " + MOST + " passkeys. Remove one first.")
                    .beyond(Limit.PASSKEYS);
        }
        return present;
    }

    private Passkey own(Caller caller, UUID id) {
        return passkeys.of(caller.person().id(), id).orElseThrow(() -> Refusal.notFound("passkeys"));
    }
}
