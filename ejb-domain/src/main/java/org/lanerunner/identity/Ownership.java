package org.lanerunner.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lanerunner.events.Audit;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CommonPermissions;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Uuid7;

/**
 * Hands an organisation over: an owner makes the offer, and the member to whom it is made accepts, both having proven lately who they are. Then the roles that
 * always need a holder pass from one to the other, in one transaction and with the organisation locked, so that it is never without an owner.
 */
@Stateless
public class Ownership {

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
    private SecondFactors secondFactors;

    @Inject
    private SecurityNotices notices;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    public OwnershipView view(Caller caller, UUID organisationId) {
        organisations.requireSeen(caller, organisationId);
        return view(open(organisationId));
    }

    /** Makes an offer in the place of one that was made before. */
    public OwnershipView offer(Caller caller, UUID organisationId, UUID personId) {
        Organisation organisation = organisations.managed(caller, organisationId);
        caller.requireProof();
        Instant now = clock.instant();
        if (personId == null || personId.equals(caller.actorId())) {
            throw Refusal.invalid("/personId", "Name another member.");
        }
        Set<String> lasting = roles.of(organisationId).lastingIn(organisation);
        Membership other = memberships.find(organisationId, personId).orElseThrow(() -> Refusal.unknown("/personId"));
        if (other.roles().containsAll(lasting)) {
            throw Refusal.conflict("organisations/owner-already", "This member is an owner already.");
        }
        open(organisationId).ifPresent(former -> former.end(OwnershipOffer.End.REPLACED, now));
        entities.flush();
        OwnershipOffer offer = new OwnershipOffer(Uuid7.next(), organisationId, caller.actorId(), personId, now);
        entities.persist(offer);
        entities.flush();
        audit.record(caller, "ownership.offered", offer.id());
        return view(Optional.of(offer));
    }

    public void withdraw(Caller caller, UUID organisationId) {
        organisations.managed(caller, organisationId);
        OwnershipOffer offer = open(organisationId).orElseThrow(Ownership::over);
        offer.end(OwnershipOffer.End.WITHDRAWN, clock.instant());
        entities.flush();
        audit.record(caller, "ownership.offer-withdrawn", offer.id());
    }

    /** Accepts the offer as the member to whom it was made, who must act for the organisation. Both keep their other roles. */
    public void accept(Caller caller, UUID organisationId) {
        caller.require(CommonPermissions.SELF);
        caller.requireProof();
        UUID personId = caller.person().id();
        if (!organisationId.equals(caller.organisationId())) {
            throw Refusal.notFound("organisations");
        }
        Organisation organisation = entities.find(Organisation.class, organisationId, LockModeType.PESSIMISTIC_WRITE);
        OwnershipOffer offer = open(organisationId)
                .filter(open -> open.offeredTo().equals(personId) && open.isOpenAt(clock.instant()))
                .orElseThrow(Ownership::over);
        if (organisation.requiresSecondFactor() && !secondFactors.has(personId)) {
            throw Refusal.conflict(
                    "organisations/second-factor-first",
                    "This organisation asks for a second factor. Set up an app or a passkey, then take it on.");
        }
        Set<String> lasting = roles.of(organisationId).lastingIn(organisation);
        List<Membership> both = memberships.locked(organisationId, Set.of(offer.offeredBy(), personId));
        Membership from = of(offer.offeredBy(), both);
        Membership to = of(personId, both);
        if (!from.roles().containsAll(lasting)) {
            throw over();
        }
        to.alsoHold(lasting);
        Set<String> kept = new HashSet<>(from.roles());
        kept.removeAll(lasting);
        from.hold(kept);
        offer.end(OwnershipOffer.End.ACCEPTED, clock.instant());
        entities.flush();
        sessions.outdateHolders(organisationId, List.of(offer.offeredBy(), personId));
        if (!memberships.manages(organisationId, offer.offeredBy())) {
            invitations.endThoseBy(organisationId, offer.offeredBy());
        }
        Map<String, String> told =
                Map.of("organisation", organisation.name(), "to", to.person().name());
        notices.tell(offer.offeredBy(), SecurityNotice.OWNERSHIP_TRANSFERRED, told);
        notices.tell(personId, SecurityNotice.OWNERSHIP_TRANSFERRED, told);
        audit.record(caller, "ownership.transferred", organisationId);
    }

    private static Membership of(UUID personId, List<Membership> both) {
        return both.stream()
                .filter(membership -> membership.person().id().equals(personId))
                .findFirst()
                .orElseThrow(Ownership::over);
    }

    private Optional<OwnershipOffer> open(UUID organisationId) {
        return entities.createQuery(
                        "select o from OwnershipOffer o where o.organisationId = :organisation and o.endedAt is null",
                        OwnershipOffer.class)
                .setParameter("organisation", organisationId)
                .getResultStream()
                .findFirst();
    }

    private OwnershipView view(Optional<OwnershipOffer> open) {
        return new OwnershipView(open.filter(offer -> offer.isOpenAt(clock.instant()))
                .map(offer -> offer.view(name(offer.offeredBy()), name(offer.offeredTo())))
                .orElse(null));
    }

    private String name(UUID personId) {
        return entities.find(Person.class, personId).name();
    }

    private static Refusal over() {
        return Refusal.notFound("ownership-offers");
    }
}
