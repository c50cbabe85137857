package org.lanerunner.federation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.lanerunner.factors.PortalOrigin;
import org.lanerunner.identity.AccountsWithoutPassword;
import org.lanerunner.identity.DeviceSeen;
import org.lanerunner.identity.ProvenBy;
import org.lanerunner.identity.SignIn;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CommonPermissions;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Refusal;

/**
 * The way to a provider and back. It works outside a transaction, since it calls other servers; services with transactions of their own write what is written.
 * A browser that comes back is recognised by the key of its device, so that nobody is signed in by a link that another person sent them.
 */
@ApplicationScoped
public class FederatedSignIn {

    private static final Logger LOG = Logger.getLogger(FederatedSignIn.class);

    @Inject
    private Providers providers;

    @Inject
    private Exchange exchange;

    @Inject
    private Steps steps;

    @Inject
    private FederatedLogins logins;

    @Inject
    private SignIn signIn;

    @Inject
    private AccountsWithoutPassword accounts;

    @Inject
    private Clock clock;

    /** The address to go to in order to sign in. */
    @NeedsNoPermission(because = "it is how somebody becomes a caller")
    public Begun begin(String providerId, PortalOrigin portal, DeviceSeen seen) {
        Provider provider = providers.named(providerId);
        return begin(provider, Flow.begun(provider.id(), null, returning(provider, portal), clock.instant()), seen);
    }

    /** The address to go to in order to link a login to the caller's account. */
    public Begun beginLink(Caller caller, String providerId, PortalOrigin portal, DeviceSeen seen) {
        logins.requireRoom(caller);
        Provider provider = providers.named(providerId);
        return begin(
                provider,
                Flow.begun(provider.id(), caller.person().id(), returning(provider, portal), clock.instant()),
                seen);
    }

    private Begun begin(Provider provider, Flow flow, DeviceSeen seen) {
        if (!seen.keyed()) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "federation/needs-device",
                    "Who goes to a provider and comes back is known by the key of the device: send one, or ask for cookies.");
        }
        try {
            exchange.requireReachable(provider);
            return new Begun(exchange.address(provider, flow, steps.begin(flow.step(), seen))
                    .toString());
        } catch (ProviderUnreachable down) {
            throw unreachable(provider, down);
        }
    }

    /**
     * Takes what the browser brings back from the provider.
     *
     * @throws Refusal CONFLICT when the flow is over or belongs to another browser, or when the provider's answer is not accepted; UNAVAILABLE when the
     * provider can't be asked
     */
    @NeedsNoPermission(because = "it is how somebody becomes a caller")
    public Returned finish(ProviderAnswer answer, DeviceSeen seen) {
        Provider provider = providers.named(answer.provider());
        answer.requireWhole();
        Flow flow = taken(answer, provider, Step.Kind.SIGN_IN, seen);
        ProvenIdentity identity = identity(provider, flow, answer);
        Optional<FederatedLogins.Opened> opened =
                logins.open(identity, ProvenBy.provider(flow.begunAt(), identity.askedAt()), seen);
        if (opened.isEmpty()) {
            return new Returned(null, arrived(provider, identity, flow, seen));
        }
        if (opened.get().signedIn().tokens() != null) {
            signIn.finished(opened.get().personId(), seen);
        }
        return new Returned(opened.get().signedIn(), null);
    }

    /** Whether the address has an account is told only where the provider says that the address is theirs. */
    private Unlinked arrived(Provider provider, ProvenIdentity identity, Flow flow, DeviceSeen seen) {
        String ticket =
                steps.begin(new Step(Step.Kind.ARRIVAL, provider.id(), null, identity.said(), flow.begunAt()), seen);
        boolean confirmed = identity.hasConfirmed(identity.email());
        return new Unlinked(
                ticket,
                provider.id(),
                provider.name(),
                identity.name(),
                identity.email(),
                confirmed,
                confirmed && accounts.isTaken(identity.email()));
    }

    /** Links the login that the browser brings back to the account that the caller is signed in to. */
    public LoginView link(Caller caller, ProviderAnswer answer, DeviceSeen seen) {
        caller.require(CommonPermissions.SELF);
        caller.requireProof();
        Provider provider = providers.named(answer.provider());
        answer.requireWhole();
        Flow flow = taken(answer, provider, Step.Kind.LINK, seen);
        if (!flow.personId().equals(caller.person().id())) {
            throw over();
        }
        return logins.link(caller, identity(provider, flow, answer));
    }

    private Flow taken(ProviderAnswer answer, Provider provider, Step.Kind kind, DeviceSeen seen) {
        return steps.take(answer.state(), kind, seen)
                .filter(step -> step.providerId().equals(provider.id()))
                .map(Flow::of)
                .orElseThrow(FederatedSignIn::over);
    }

    private ProvenIdentity identity(Provider provider, Flow flow, ProviderAnswer answer) {
        if (answer.error() != null) {
            throw denied(provider, answer.error());
        }
        try {
            return exchange.identity(provider, flow, answer.code(), answer.iss());
        } catch (ProviderUnreachable down) {
            throw unreachable(provider, down);
        } catch (ProviderRefused | NotProven no) {
            LOG.warnf("a sign-in by %s is refused: %s", provider.id(), no.getMessage());
            throw Refusal.conflict(
                    "federation/refused",
                    "What " + provider.name()
                            + " answered does not fit, so nobody is signed in by it. Begin again, or sign in in another way.");
        }
    }

    private static Refusal denied(Provider provider, String error) {
        return "access_denied".equals(error)
                ? Refusal.conflict(
                        "federation/denied",
                        "You did not go on at " + provider.name() + ", or it did not let you. Nothing has changed.")
                : Refusal.conflict(
                        "federation/provider-error",
                        provider.name() + " could not finish this. Begin again, or sign in in another way.");
    }

    private static Refusal unreachable(Provider provider, ProviderUnreachable down) {
        LOG.warnf("%s can't be reached: %s", provider.id(), down.getMessage());
        return new Refusal(
                        Refusal.Kind.UNAVAILABLE,
                        "federation/provider-down",
                        provider.name()
                                + " does not answer at this moment. Sign in in another way, or try again later.")
                .retryAfter(30);
    }

    static Refusal over() {
        return Refusal.conflict(
                "federation/over",
                "This took too long, was finished already, or began in another browser. Begin again.");
    }

    private static String returning(Provider provider, PortalOrigin portal) {
        return URI.create(portal.origin() + "/sign-in/from/" + provider.id()).toString();
    }
}
