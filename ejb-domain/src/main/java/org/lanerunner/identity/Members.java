package org.lanerunner.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.lanerunner.events.Audit;
import org.lanerunner.notifications.NoticeRetention;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CommonPermissions;
import org.lanerunner.shared.IfMatch;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.Refusal;

/** The members of an organisation and their roles: seen by its members, changed by those who manage it. The last OWNER stays. */
@Stateless
public class Members {

    private static final UUID FIRST = new UUID(0, 0);

    @PersistenceContext(unitName = "lanerunner")
    private EntityManager entities;

    @Inject
    private Organisations organisations;

    @Inject
    private MembershipRepository memberships;

    @Inject
    private KnownRoles roles;

    @Inject
    private Invitations invitations;

    @Inject
    private Sessions sessions;

    @Inject
    private ApiKeys keys;

    @Inject
    private NoticeRetention notices;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    public Page<MemberView> list(Caller caller, UUID organisationId, PageRequest page) {
        organisations.requireSeen(caller, organisationId);
        Roles known = roles.of(organisationId);
        List<Membership> rows = memberships.in(organisationId, page.afterId(FIRST), page.limit() + 1);
        return Page.of(rows, page.limit(), Membership::id).map(membership -> membership.view(known));
    }

    public MemberView changeRoles(
            Caller caller, UUID organisationId, UUID personId, IfMatch ifMatch, List<String> wanted) {
        Organisation organisation = organisations.managed(caller, organisationId);
        caller.requireProof();
        Membership membership = locked(organisationId, personId);
        ifMatch.require(membership.version());
        Roles known = roles.of(organisationId);
        known.requireHeld(organisation, wanted, "/roles");
        boolean taken = !Set.copyOf(wanted).containsAll(membership.roles());
        requireLasting(membership, wanted);
        membership.hold(Set.copyOf(wanted));
        entities.flush();
        if (taken) {
            sessions.outdate(personId, organisationId);
        }
        if (!known.grantsOf(wanted).may(IdentityPermissions.ORGANISATION_MANAGE)) {
            invitations.endThoseBy(organisationId, personId);
        }
        audit.record(caller, "member.roles-changed", personId);
        return membership.view(known);
    }

    public void remove(Caller caller, UUID organisationId, UUID personId) {
        organisations.managed(caller, organisationId);
        caller.requireProof();
        Membership membership = locked(organisationId, personId);
        requireLasting(membership, List.of());
        end(membership);
        audit.record(caller, "member.removed", personId);
    }

    /** Ends the caller's own membership, in any organisation. */
    public void leave(Caller caller, UUID organisationId, IfMatch ifMatch) {
        caller.require(CommonPermissions.SELF);
        UUID personId = caller.person().id();
        if (memberships.find(organisationId, personId).isEmpty()) {
            throw Refusal.notFound("organisations");
        }
        entities.find(Organisation.class, organisationId, LockModeType.PESSIMISTIC_WRITE);
        Membership membership = locked(organisationId, personId);
        ifMatch.require(membership.version());
        requireLasting(membership, List.of());
        end(membership);
        audit.record(caller, "member.left", personId);
    }

    /** For other features: true if the person is a member of the organisation. */
    public boolean isMember(UUID organisationId, UUID personId) {
        return memberships.find(organisationId, personId).isPresent();
    }

    /** For other features: the organisations to which a person belongs or belonged, and until when; {@link Instant#MAX} for the present ones. */
    public Map<UUID, Instant> organisationsOf(UUID personId) {
        return memberships.lastedUntil(personId);
    }

    private void end(Membership membership) {
        UUID personId = membership.person().id();
        UUID organisationId = membership.organisation().id();
        memberships.end(membership, clock.instant());
        sessions.endMembership(personId, organisationId);
        notices.membershipEnded(personId, organisationId);
        invitations.endThoseOf(organisationId, membership.person());
        entities.flush();
        keys.makerLeft(membership.organisation(), membership.person());
    }

    /** The membership, locked before it changes or ends. So a session that is opened at this moment is either seen and ended here, or refused there. */
    private Membership locked(UUID organisationId, UUID personId) {
        return memberships.locked(organisationId, personId).orElseThrow(() -> Refusal.notFound("members"));
    }

    /** A role that must not be without a holder is given up only while somebody else holds it too. */
    private void requireLasting(Membership membership, List<String> kept) {
        Organisation organisation = membership.organisation();
        roles.of(organisation.id()).lastingIn(organisation).stream()
                .filter(lasting -> membership.roles().contains(lasting) && !kept.contains(lasting))
                .forEach(lasting -> requireAnother(organisation, lasting));
    }

    private void requireAnother(Organisation organisation, String lasting) {
        long holders = entities.createQuery(
                        "select count(m) from Membership m where m.organisation = :organisation and :role member of m.roles",
                        Long.class)
                .setParameter("organisation", organisation)
                .setParameter("role", lasting)
                .getSingleResult();
        if (holders < 2) {
            throw Refusal.conflict("organisations/last-owner", "An organisation keeps at least one " + lasting + ".");
        }
    }
}
