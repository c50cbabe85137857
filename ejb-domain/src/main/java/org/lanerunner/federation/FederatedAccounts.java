package org.lanerunner.federation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lanerunner.identity.AccountsWithoutPassword;
import org.lanerunner.identity.DeviceSeen;
import org.lanerunner.identity.OrganisationKind;
import org.lanerunner.identity.ProvenBy;
import org.lanerunner.identity.Registered;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Refusal;

/**
 * New accounts of people who came back from a provider with a login that belongs to no account. With an address that the provider says is theirs, the account
 * is made at once. To any other address a mail is sent, and the person who follows its link shows the login once more. So nobody is given an account by a
 * stranger who knows how to get into it.
 */
@Stateless
public class FederatedAccounts {

    @Inject
    private Steps steps;

    @Inject
    private FederatedLogins logins;

    @Inject
    private AccountsWithoutPassword accounts;

    @Inject
    private Clock clock;

    /** @return empty where a mail says how to go on, whether the address has an account or not */
    @NeedsNoPermission(because = "it is how somebody becomes a caller")
    public Optional<Registered> register(String ticket, NewAccount wanted, DeviceSeen seen) {
        Step arrival = arrival(ticket, seen);
        ProvenIdentity identity = ProvenIdentity.of(arrival.said());
        String email = wanted.email() == null ? identity.email() : wanted.email();
        if (!identity.hasConfirmed(email) && accounts.mustBeConfirmed(email)) {
            ask(arrival, wanted, email);
            return Optional.empty();
        }
        return Optional.of(made(
                accounts.register(
                        email,
                        wanted.name(),
                        wanted.organisationName(),
                        wanted.kind(),
                        ProvenBy.provider(arrival.begunAt()),
                        seen),
                identity));
    }

    /** Makes the account by the link of the mail, with the same login as before. @param ticket the ticket of the login that was shown now */
    @NeedsNoPermission(because = "it is how somebody becomes a caller")
    public Registered confirm(String ticket, String token, DeviceSeen seen) {
        Step arrival = arrival(ticket, seen);
        ProvenIdentity identity = ProvenIdentity.of(arrival.said());
        Step registration = steps.take(token, Step.Kind.REGISTRATION, null)
                .filter(step -> ProvenIdentity.of(step.said()).isSame(identity))
                .orElseThrow(() -> Refusal.notFound("registrations"));
        Map<String, String> wanted = registration.said();
        String kind = wanted.get("wantedKind");
        return made(
                accounts.register(
                        wanted.get("wantedEmail"),
                        wanted.get("wantedName"),
                        wanted.get("wantedOrganisation"),
                        kind == null ? null : OrganisationKind.valueOf(kind),
                        ProvenBy.provider(arrival.begunAt()),
                        seen),
                identity);
    }

    /** Joins an organisation by its one-time link, with a new account. */
    @NeedsNoPermission(because = "it is how somebody becomes a caller")
    public Registered accept(String ticket, String invitation, String name, DeviceSeen seen) {
        Step arrival = arrival(ticket, seen);
        return made(
                accounts.accept(invitation, name, ProvenBy.provider(arrival.begunAt()), seen),
                ProvenIdentity.of(arrival.said()));
    }

    private void ask(Step arrival, NewAccount wanted, String email) {
        Map<String, String> said = new HashMap<>(arrival.said());
        said.put("wantedEmail", email);
        put(said, "wantedName", wanted.name());
        put(said, "wantedOrganisation", wanted.organisationName());
        put(said, "wantedKind", wanted.kind() == null ? null : wanted.kind().name());
        Step registration = new Step(Step.Kind.REGISTRATION, arrival.providerId(), null, said, clock.instant());
        String secret = steps.begin(registration, null);
        boolean linked = accounts.askForAddress(
                email,
                wanted.name(),
                wanted.organisationName(),
                "/sign-in/confirm/" + arrival.providerId() + "#" + secret,
                clock.instant().plus(Step.Kind.REGISTRATION.lifetime()));
        if (!linked) {
            // a secret that nobody has
            steps.take(secret, Step.Kind.REGISTRATION, null);
        }
    }

    private static void put(Map<String, String> said, String name, String value) {
        if (value != null) {
            said.put(name, value);
        }
    }

    private Registered made(Registered registered, ProvenIdentity identity) {
        logins.add(registered.personId(), identity);
        return registered;
    }

    private Step arrival(String ticket, DeviceSeen seen) {
        return steps.take(ticket, Step.Kind.ARRIVAL, seen).orElseThrow(FederatedSignIn::over);
    }
}
