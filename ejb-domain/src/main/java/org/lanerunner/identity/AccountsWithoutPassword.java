package org.lanerunner.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Text;

/** Accounts of people who come in by a login elsewhere, made without a password. They begin with a confirmed address as all others do. */
@Stateless
public class AccountsWithoutPassword {

    @Inject
    private Accounts accounts;

    @Inject
    private Invitations invitations;

    @Inject
    private Confirmations confirmations;

    @Inject
    private IdentityMails mails;

    /** To be told to nobody but who has the address. */
    public boolean isTaken(String email) {
        try {
            return accounts.find(EmailAddress.of(email, "/email").key()).isPresent();
        } catch (Refusal noAddress) {
            return false;
        }
    }

    /** @throws Refusal INVALID for what is no address */
    public boolean mustBeConfirmed(String email) {
        return confirmations.areNeededFor(EmailAddress.of(email, "/email"));
    }

    /** With an address that is confirmed. @param organisationName null for a personal organisation; @param kind null for none yet */
    public Registered register(
            String email,
            String name,
            String organisationName,
            OrganisationKind kind,
            ProvenBy proof,
            DeviceSeen seen) {
        return accounts.register(
                EmailAddress.of(email, "/email"),
                name,
                null,
                Text.optional(organisationName, Organisation.NAME_LENGTH, "/organisation/name"),
                kind,
                proof,
                seen);
    }

    /** Asks the address to go on by a link; one that has an account hears that, and nobody else does. Wrong fields are refused before. @param path that the link leads to; @return whether the link goes: not to an address that has an account, nor when so many went there today that this one does not */
    public boolean askForAddress(String email, String name, String organisationName, String path, Instant until) {
        Text.required(name, Person.NAME_LENGTH, "/name");
        Text.optional(organisationName, Organisation.NAME_LENGTH, "/organisation/name");
        confirmations.requirePossible();
        boolean known = isTaken(email);
        boolean sent = mails.send(
                known ? "account-exists" : "login-registration",
                EmailAddress.of(email, "/email").text(),
                known ? "/forgot" : path,
                until);
        return sent && !known;
    }

    /** Joins by a one-time link, with a new account of the address that was invited. */
    public Registered accept(String invitation, String name, ProvenBy proof, DeviceSeen seen) {
        Secret link = new Secret(invitation == null ? "" : invitation);
        if (invitations.isForAnAccount(link)) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "identity/sign-in-first",
                    "There is an account with this e-mail address: sign in, then accept.");
        }
        return invitations.acceptAsNew(link, name, null, proof, seen);
    }
}
