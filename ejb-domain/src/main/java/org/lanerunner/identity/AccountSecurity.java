package org.lanerunner.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CommonPermissions;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Refusal;

/**
 * Passwords and addresses of existing accounts. It works outside a transaction, as {@link SignIn} does, because hashing a password takes long. A person who is
 * signed in shows the password, or has proven who they are a moment ago; with a second factor, they must have proven it by that. A person who forgot the
 * password comes by a mail.
 */
@ApplicationScoped
public class AccountSecurity {

    @Inject
    private Passwords passwords;

    @Inject
    private Attempts attempts;

    @Inject
    private MailLinks links;

    @Inject
    private HelpingLinks helping;

    @Inject
    private WayBack wayBack;

    @Inject
    private OwnAccount accounts;

    @Inject
    private AddressConfirmation confirmation;

    @Inject
    private SecondFactors secondFactors;

    /** Sends a link for a new password. Only the address learns whether it has an account. */
    @NeedsNoPermission(because = "who forgot the password can't sign in")
    public void forgot(String email) {
        links.forgot(EmailAddress.known(email, "/email"));
    }

    /** @throws Refusal NOT_FOUND for a link that does not exist, was used or is too old */
    @NeedsNoPermission(because = "who forgot the password can't sign in")
    public void reset(String token, String password, DeviceSeen seen) {
        Secret secret = new Secret(token == null ? "" : token);
        Optional<MailLinks.Holder> helped = helping.holderOf(secret);
        if (helped.isPresent()) {
            MailLinks.Holder holder = helped.get();
            helping.use(
                    secret, holder.personId(), passwords.hash(password, "/password", holder.email(), holder.name()));
            attempts.vouched(holder.personId(), Attempts.account(holder.email()), seen);
            return;
        }
        MailLinks.Holder holder = links.resetOf(secret).orElseThrow(() -> Refusal.notFound("mail-links"));
        links.reset(secret, passwords.hash(password, "/password", holder.email(), holder.name()));
        attempts.vouched(holder.personId(), Attempts.account(holder.email()), seen);
    }

    /** Begins the way back of a person who lost everything. Only the address learns whether it has an account. */
    @NeedsNoPermission(because = "who lost everything can't sign in")
    public void askWayBack(String email) {
        links.askWayBack(EmailAddress.known(email, "/email"));
    }

    /** @throws Refusal NOT_FOUND for a link that does not exist, was used, was stopped or is too old */
    @NeedsNoPermission(because = "who lost everything can't sign in")
    public void finishWayBack(String token, String password, DeviceSeen seen) {
        Secret secret = new Secret(token == null ? "" : token);
        MailLinks.Holder holder = wayBack.holderOf(secret).orElseThrow(() -> Refusal.notFound("mail-links"));
        wayBack.finish(secret, holder.personId(), passwords.hash(password, "/password", holder.email(), holder.name()));
        attempts.vouched(holder.personId(), Attempts.account(holder.email()), seen);
    }

    /** @param current the present password; null for a person who has proven a moment ago who they are */
    public void changePassword(Caller caller, String current, String password, DeviceSeen seen) {
        caller.require(CommonPermissions.SELF);
        requireProof(caller, current, seen);
        MailLinks.Holder holder = accounts.holder(caller.person().id());
        accounts.changePassword(caller, passwords.hash(password, "/password", holder.email(), holder.name()));
    }

    /** @param current the present password; null for a person who has proven a moment ago who they are */
    public void changeAddress(Caller caller, String email, String current, DeviceSeen seen) {
        caller.require(CommonPermissions.SELF);
        EmailAddress wanted = EmailAddress.of(email, "/email");
        requireProof(caller, current, seen);
        accounts.askForAddress(caller, wanted);
    }

    /** Confirms an address by the link that was sent to it: an account's present address, or one that an account is to have. */
    @NeedsNoPermission(because = "whoever holds the link has shown that mail arrives")
    public void confirmAddress(String token) {
        confirmation.confirm(new Secret(token == null ? "" : token));
    }

    /** Asks for a proof. Where there is a second factor, the password alone is none. Wrong passwords count as they do at a sign-in. */
    private void requireProof(Caller caller, String current, DeviceSeen seen) {
        UUID personId = caller.person().id();
        if (current == null || secondFactors.asksAnew(personId)) {
            caller.requireProof();
        }
        if (current == null) {
            return;
        }
        String account = Attempts.account(accounts.holder(personId).email());
        AtomicBoolean holdsUp = new AtomicBoolean();
        if (!passwords.verify(current, () -> {
            holdsUp.set(attempts.begin(account, seen));
            return accounts.passwordHash(personId);
        })) {
            attempts.failed(account, holdsUp.get());
            throw Refusal.invalid("/current", "This is not your present password.");
        }
        attempts.passed(account, seen);
    }
}
