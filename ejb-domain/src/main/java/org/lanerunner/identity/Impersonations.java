package org.lanerunner.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lanerunner.events.DomainEvent;
import org.lanerunner.events.Events;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CommonPermissions;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Principal;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Settings;
import org.lanerunner.shared.Text;

/**
 * An administrator sees what a person sees in one of their organisations: reading only, for a quarter of an hour, with a reason that is kept. They can never
 * see what another administrator sees, and see in the place of only one person at a time.
 */
@Stateless
public class Impersonations {

    @Inject
    private People people;

    @Inject
    private MembershipRepository memberships;

    @Inject
    private Sessions sessions;

    @Inject
    private SecurityNotices notices;

    @Inject
    private Settings settings;

    @Inject
    private Events events;

    public ImpersonationOpened start(Caller caller, UUID personId, UUID organisationId, String reason) {
        caller.require(CommonPermissions.PLATFORM_ADMIN);
        caller.requireProof();
        List<Membership> all = memberships.of(personId);
        if (all.isEmpty() && people.names(List.of(personId)).isEmpty()) {
            throw Refusal.notFound("people");
        }
        String why = Text.required(reason, Person.REASON_LENGTH, "/reason");
        if (all.stream().anyMatch(membership -> membership.organisation().isPlatform())) {
            throw Refusal.conflict("people/administrator", "Nobody sees what an administrator sees.");
        }
        Membership membership = all.stream()
                .filter(candidate -> candidate.organisation().id().equals(organisationId))
                .findFirst()
                .orElseThrow(() -> Refusal.unknown("/organisationId"));
        Sessions.Opened opened = sessions.impersonate(caller, membership, why);
        events.publish(caller, event("user.impersonated", opened.caller()).readableBy(caller.organisationId()));
        if (settings.flag(IdentitySettings.IMPERSONATION_NOTICE)) {
            notices.tell(
                    personId,
                    SecurityNotice.IMPERSONATED,
                    Map.of("organisation", membership.organisation().name()));
        }
        return new ImpersonationOpened(
                opened.tokens().accessToken(), opened.tokens().expiresIn());
    }

    /** The administrator stops seeing what the person sees. */
    @NeedsNoPermission(because = "whoever shows a token of the session may end it")
    public void end(Caller caller) {
        if (!(caller.principal() instanceof Principal.Impersonated seen)) {
            throw Refusal.conflict("identity/not-impersonating", "You act as yourself.");
        }
        sessions.endOf(seen.sessionId(), Session.End.IMPERSONATION_OVER);
        events.publish(caller, event("user.impersonation-ended", caller));
    }

    private static DomainEvent event(String type, Caller reading) {
        Principal.Impersonated seen = (Principal.Impersonated) reading.principal();
        return DomainEvent.of(type, seen.id())
                .with("personId", seen.id())
                .with("organisationId", reading.organisationId())
                .with("administratorId", seen.administratorId())
                .with("sessionId", seen.sessionId());
    }
}
