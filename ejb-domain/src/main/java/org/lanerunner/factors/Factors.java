package org.lanerunner.factors;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lanerunner.events.Audit;
import org.lanerunner.identity.Accounts;
import org.lanerunner.identity.CodesTaken;
import org.lanerunner.identity.ProvenBy;
import org.lanerunner.identity.Proving;
import org.lanerunner.identity.SecurityNotice;
import org.lanerunner.identity.SecurityNotices;
import org.lanerunner.identity.Tokens;
import org.lanerunner.outbound.Addresses;
import org.lanerunner.outbound.Channel;
import org.lanerunner.outbound.Channels;
import org.lanerunner.outbound.PhoneNumber;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CommonPermissions;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Uuid7;
import org.lanerunner.vault.Vault;

/**
 * A person's own second factors: set up, looked at, removed. A person who changes them must have proven a moment ago who they are. Otherwise somebody could
 * take over an account that was left open, with a factor of their own.
 */
@Stateless
public class Factors {

    private static final int SEED_BYTES = 20;
    private static final String APP = "codes by an authenticator app";
    private static final String ISSUER = "LaneRunner";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The result of turning on the first factor. */
    public record TurnedOn(List<String> recoveryCodes, String accessToken, long expiresIn) {

        @Override
        public String toString() {
            return "TurnedOn";
        }
    }

    /** Recovery codes, shown once. */
    public record RecoveryCodes(List<String> recoveryCodes) {

        @Override
        public String toString() {
            return "RecoveryCodes";
        }
    }

    @PersistenceContext(unitName = "lanerunner")
    private EntityManager entities;

    @Inject
    private Codes codes;

    @Inject
    private MessageCodes messageCodes;

    @Inject
    private CodesTaken taken;

    @Inject
    private Channels channels;

    @Inject
    private Addresses addresses;

    @Inject
    private PasskeyRepository passkeys;

    @Inject
    private Vault vault;

    @Inject
    private AuthenticatorSeeds seeds;

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

    public FactorsView view(Caller caller) {
        caller.require(CommonPermissions.SELF);
        UUID person = caller.person().id();
        return new FactorsView(
                appOf(person)
                        .filter(Authenticator::isConfirmed)
                        .map(Authenticator::view)
                        .orElse(null),
                passkeys.of(person).stream().map(Passkey::view).toList(),
                codes.recoveryCodesLeft(person),
                sent(person, Channel.MAIL),
                sent(person, Channel.SMS));
    }

    private FactorsView.CodesByMessage sent(UUID person, Channel by) {
        boolean goOut = by == Channel.MAIL || channels.available(by);
        Instant since = messageCodes.onSince(person, by).orElse(null);
        return since != null || goOut && taken.areTaken(person, by)
                ? new FactorsView.CodesByMessage(
                        since,
                        taken.areTaken(person, by)
                                && taken.destination(person, by).isPresent(),
                        by == Channel.MAIL
                                ? addresses.confirmedMail(person).orElse(null)
                                : addresses
                                        .confirmedPhone(person)
                                        .map(PhoneNumber::international)
                                        .orElse(null))
                : null;
    }

    /** Begins an app, which its first code confirms. An app that was not confirmed is replaced. */
    public NewApp beginApp(Caller caller) {
        caller.require(CommonPermissions.SELF);
        caller.requireProof();
        accounts.requireConfirmed(caller);
        UUID person = caller.person().id();
        messageCodes.requireMoreThanTheMailbox(caller);
        appOf(person).ifPresent(before -> {
            if (before.isConfirmed()) {
                throw Refusal.conflict(
                        "factors/app-already",
                        "Codes by an app are on already. Turn them off before you take another app.");
            }
            entities.remove(before);
            entities.flush();
        });
        byte[] seed = new byte[SEED_BYTES];
        RANDOM.nextBytes(seed);
        UUID id = Uuid7.next();
        Authenticator app = new Authenticator(id, person, vault.seal(seeds, id, seed), clock.instant());
        try {
            entities.persist(app);
            entities.flush();
        } catch (PersistenceException anotherMeanwhile) {
            throw Refusal.conflict("factors/app-already", "Another app is being set up at this moment.");
        }
        audit.record(caller, "factor.begun", id);
        String secret = Base32.of(seed);
        return new NewApp(uri(accounts.me(caller).person().email(), secret), secret);
    }

    /** From now on codes of the app are asked for. A person without recovery codes gets some. */
    public TurnedOn confirmApp(Caller caller, String code) {
        caller.require(CommonPermissions.SELF);
        caller.requireProof();
        UUID person = caller.person().id();
        messageCodes.requireMoreThanTheMailbox(caller);
        Instant now = clock.instant();
        Authenticator app = appOf(person)
                .filter(found -> !found.isConfirmed())
                .orElseThrow(() -> Refusal.conflict("factors/no-app", "Begin with the QR code."));
        if (code == null || !codes.takeStep(app.id(), app.secret(), app.lastStep(), code)) {
            throw Refusal.invalid("/code", "This is not the code that the app shows now. Is the phone's time right?");
        }
        app.confirm(now);
        entities.flush();
        proving.factorCame(caller);
        Tokens tokens = proving.prove(caller, new ProvenBy(now, Set.of(Method.CODE.word())));
        audit.record(caller, "factor.added", app.id());
        notices.tell(person, SecurityNotice.FACTOR_ADDED, Map.of("factor", APP));
        List<String> made = codes.recoveryCodesLeft(person) == 0 ? codes.makeRecoveryCodes(person) : List.of();
        return new TurnedOn(made, tokens.accessToken(), tokens.expiresIn());
    }

    /** Removes the app. Recovery codes are for people who have lost a factor, so they end with the last one. */
    public void removeApp(Caller caller) {
        caller.require(CommonPermissions.SELF);
        caller.requireProof();
        UUID person = caller.person().id();
        Authenticator app = appOf(person)
                .filter(Authenticator::isConfirmed)
                .orElseThrow(() -> Refusal.conflict("factors/no-app", "Codes by an app are not on."));
        entities.remove(app);
        entities.flush();
        boolean anotherIsLeft = passkeys.anyOf(person);
        if (!anotherIsLeft) {
            codes.endRecoveryCodes(person);
        }
        proving.factorWent(caller, Method.CODE.word(), anotherIsLeft);
        audit.record(caller, "factor.removed", app.id());
        notices.tell(person, SecurityNotice.FACTOR_REMOVED, Map.of("factor", APP));
    }

    /** Makes new recovery codes in the place of all that were left. */
    public RecoveryCodes makeRecoveryCodes(Caller caller) {
        caller.require(CommonPermissions.SELF);
        caller.requireProof();
        UUID person = caller.person().id();
        if (!codes.hasApp(person) && !passkeys.anyOf(person)) {
            throw Refusal.conflict("factors/none", "Turn on a second factor first.");
        }
        audit.record(caller, "recovery-codes.made", person);
        notices.tell(person, SecurityNotice.RECOVERY_MADE, Map.of());
        return new RecoveryCodes(codes.makeRecoveryCodes(person));
    }

    private Optional<Authenticator> appOf(UUID person) {
        return entities.createQuery("select a from Authenticator a where a.personId = :person", Authenticator.class)
                .setParameter("person", person)
                .getResultStream()
                .findFirst();
    }

    /** The seed in Google's key URI format, which the apps read; its parameters are those of the codes. */
    private static String uri(String email, String secret) {
        return "otpauth://totp/" + ISSUER + ":" + encoded(email) + "?secret=" + secret + "&issuer=" + ISSUER
                + "&algorithm=SHA1&digits=" + OneTimeCodes.DIGITS + "&period=" + OneTimeCodes.STEP.toSeconds();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
