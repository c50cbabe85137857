package org.lanerunner.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Text;

/** Accounts without a password, for people who come in by a login elsewhere. They begin with a confirmed address as all others do. */
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

    /** True if the address has an account. Only a person who has the address may be told. */
    public boolean isTaken(String email) {
        try {
            return accounts.find(EmailAddress.of(email, "/email").key()).isPresent();
        } catch (Refusal noAddress) {
            return false;
        }
    }

    /** @throws Refusal INVALID for a text that is no address */
    public boolean mustBeConfirmed(String email) {
        return confirmations.areNeededFor(EmailAddress.of(email, "/email"));
    }

    /** Makes an account with an address that is confirmed. @param organisationName null for a personal organisation; @param kind null for none yet */
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

    /**
     * Sends the address a link to go on. If it has an account, only the address is told so. Wrong fields are refused first.
     *
     * @param path the page to which the link leads
     * @return whether a link was sent: not to an address that has an account, nor when too many mails went there today
     */
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

    /** Joins an organisation by its one-time link, with a new account for the address that was invited. */
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
