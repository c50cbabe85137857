package org.lanerunner.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CommonPermissions;
import org.lanerunner.shared.Correlation;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Text;
import org.lanerunner.shared.Tried;

/**
 * The ways in: registering, signing in, refreshing, a one-time link. It works outside a transaction, because hashing a password takes long, and passes on to
 * services that do the rest in one.
 */
@ApplicationScoped
public class SignIn {

    @Inject
    private Passwords passwords;

    @Inject
    private Attempts attempts;

    @Inject
    private Accounts accounts;

    @Inject
    private Invitations invitations;

    @Inject
    private RefreshTokens refreshTokens;

    @Inject
    private SecondFactors secondFactors;

    @Inject
    private Registrations registrations;

    @Inject
    private Confirmations confirmations;

    @Inject
    private Clock clock;

    /**
     * Begins an account with the mail that confirms its address. The answer is empty, whether there is an account already or not. Only for an address to which
     * no mail can be sent, on test money, the account is made at once.
     *
     * @param organisationName null for a personal organisation; @param kind null for none yet
     */
    @NeedsNoPermission(because = "it is how somebody becomes a caller")
    public Optional<Registered> register(
            String email,
            String password,
            String name,
            String organisationName,
            OrganisationKind kind,
            DeviceSeen seen) {
        ProvenBy proof = ProvenBy.password(clock.instant());
        EmailAddress address = EmailAddress.of(email, "/email");
        Text.required(name, Person.NAME_LENGTH, "/name");
        String organisation = Text.optional(organisationName, Organisation.NAME_LENGTH, "/organisation/name");
        String hash = passwords.hash(password, "/password", address.key(), name);
        if (confirmations.areNeededFor(address)) {
            confirmations.requirePossible();
            registrations.ask(new Registrations.Wanted(address, name, hash, organisation, kind));
            return Optional.empty();
        }
        return Optional.of(accounts.register(address, name, hash, organisation, kind, proof, seen));
    }

    /**
     * Makes the account that was asked for, by the link that was sent to its address, for a person who knows the password that was chosen.
     *
     * @throws Refusal NOT_FOUND for a link that does not exist, was used or is too old
     */
    @NeedsNoPermission(because = "it is how somebody becomes a caller")
    public Registered confirmRegistration(String token, String password, DeviceSeen seen) {
        ProvenBy proof = ProvenBy.password(clock.instant());
        Secret secret = new Secret(token == null ? "" : token);
        Registrations.Wanted wanted = registrations.open(secret).orElseThrow(() -> Refusal.notFound("registrations"));
        if (!passwords.verify(password, wanted::passwordHash)) {
            throw Refusal.invalid("/password", "This is not the password that was chosen with the registration.");
        }
        return registrations.confirm(secret, wanted, proof, seen);
    }

    /**
     * Signs in. A person with a second factor gets a challenge instead of a session, and learns of it only with the right password.
     *
     * @throws Refusal UNAUTHENTICATED, in the same words and the same time for an unknown address and a wrong password; TOO_MANY
     *     after too many of them
     */
    @NeedsNoPermission(because = "it is how somebody becomes a caller")
    public SignedIn signIn(String email, String password, DeviceSeen seen) {
        ProvenBy proof = ProvenBy.password(clock.instant());
        String account = Attempts.account(email);
        AtomicBoolean holdsUp = new AtomicBoolean();
        AtomicReference<UUID> known = new AtomicReference<>();
        if (!passwords.verify(password, () -> {
            holdsUp.set(attempts.begin(account, seen));
            return passwordHash(email, known);
        })) {
            attempts.failed(account, holdsUp.get());
            throw new Refusal(
                    Refusal.Kind.UNAUTHENTICATED, "identity/wrong-credentials", "E-mail address or password is wrong.");
        }
        UUID person = known.get();
        if (!secondFactors.isEnough(person, proof)) {
            attempts.passed(account, seen);
            return SignedIn.needing(secondFactors.challenge(person, proof));
        }
        Tokens tokens = accounts.open(person, proof, seen);
        attempts.succeeded(account, seen);
        return SignedIn.with(tokens);
    }

    /** Signs in a person for whom a provider vouches, which is the first factor only. If it was enough, {@link #finished} must be called. */
    @NeedsNoPermission(because = "it is how somebody becomes a caller")
    public SignedIn vouchedFor(UUID person, ProvenBy proof, DeviceSeen seen) {
        return secondFactors.isEnough(person, proof)
                ? SignedIn.with(accounts.open(person, proof, seen))
                : SignedIn.needing(secondFactors.challenge(person, proof));
    }

    /** True if the password is that of the signed-in person. @param begin is run when this caller's turn has come, and never when too many wait */
    public boolean isPassword(UUID personId, String password, Runnable begin) {
        return passwords.verify(password, () -> {
            begin.run();
            return accounts.passwordHash(personId);
        });
    }

    /** The sign-in is complete: failed attempts before it are forgotten. */
    public void finished(UUID personId, DeviceSeen seen) {
        attempts.succeeded(Attempts.account(accounts.email(personId)), seen);
    }

    /** @throws Refusal UNAUTHENTICATED when the token is unknown, expired or used before, or belongs to a session that ended or to another device */
    @NeedsNoPermission(because = "it is how somebody becomes a caller")
    public Tokens refresh(String refreshToken, DeviceSeen seen) {
        RefreshTokens.Refreshed refreshed = refreshTokens.refresh(refreshToken == null ? "" : refreshToken, seen);
        if (refreshed.why() == RefreshTokens.Refused.OTHER_DEVICE) {
            throw new Refusal(
                    Refusal.Kind.UNAUTHENTICATED,
                    "identity/other-device",
                    "This session belongs to another device. Sign in on this one.");
        }
        if (refreshed.why() == RefreshTokens.Refused.SUSPENDED) {
            throw refreshed.refusal();
        }
        if (refreshed.why() != null) {
            throw new Refusal(
                    Refusal.Kind.UNAUTHENTICATED, "identity/refresh-refused", "The session is over. Sign in again.");
        }
        return refreshed.tokens();
    }

    /** Joins an organisation by its one-time link, as the signed-in holder of the account that was invited. */
    public Registered accept(Caller caller, String token) {
        caller.require(CommonPermissions.SELF);
        return invitations.acceptAs(caller, new Secret(token == null ? "" : token));
    }

    /**
     * Joins an organisation by its one-time link, with a new account. Nobody can find out whether there is an account already without trying to make it: either
     * it is made, or they are refused.
     *
     * @throws Refusal UNAUTHENTICATED when there is an account and nobody is signed in: a link never opens it, nor sets its password
     */
    @NeedsNoPermission(because = "it is how somebody becomes a caller")
    public Registered acceptAsNew(String token, String name, String password, DeviceSeen seen) {
        ProvenBy proof = ProvenBy.password(clock.instant());
        Secret secret = new Secret(token == null ? "" : token);
        InvitationView invitation = invitations.view(secret);
        Text.required(name, Person.NAME_LENGTH, "/name");
        String hash = passwords.hash(password, "/password", invitation.email(), name);
        if (invitations.isForAnAccount(secret)) {
            throw new Refusal(
                    Refusal.Kind.UNAUTHENTICATED,
                    "identity/sign-in-first",
                    "There is an account with this e-mail address: sign in, then accept.");
        }
        return invitations.acceptAsNew(secret, name, hash, proof, seen);
    }

    /** Makes the first ADMIN with the link that the launcher printed. */
    @NeedsNoPermission(because = "it is how somebody becomes a caller")
    public Registered setUpAdmin(String token, String email, String name, String password, DeviceSeen seen) {
        ProvenBy proof = ProvenBy.password(clock.instant());
        Secret link = new Secret(token == null ? "" : token);
        EmailAddress address = EmailAddress.of(email, "/email");
        Text.required(name, Person.NAME_LENGTH, "/name");
        if (!accounts.isOpen(link)) {
            throw Refusal.notFound("admin-setup");
        }
        return accounts.makeAdmin(
                link, address, name, passwords.hash(password, "/password", address.key(), name), proof, seen);
    }

    /** @param known receives the account's person; @return null where there is no such account */
    private String passwordHash(String email, AtomicReference<UUID> known) {
        Optional<Accounts.Credentials> credentials = email == null ? Optional.empty() : credentials(email);
        known.set(credentials.map(Accounts.Credentials::personId).orElse(null));
        Correlation.tries(credentials.map(one -> Tried.account(one.personId())).orElseGet(() -> Tried.address(email)));
        return credentials.map(Accounts.Credentials::passwordHash).orElse(null);
    }

    private Optional<Accounts.Credentials> credentials(String email) {
        try {
            return accounts.credentials(EmailAddress.known(email, "/email"));
        } catch (Refusal noAddress) {
            return Optional.empty();
        }
    }
}
