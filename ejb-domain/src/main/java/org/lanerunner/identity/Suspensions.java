package org.lanerunner.identity;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.UUID;
import org.lanerunner.events.DomainEvent;
import org.lanerunner.events.Events;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.IfMatch;
import org.lanerunner.shared.Refusal;

/**
 * The platform suspends an organisation and reopens it. What is agreed is carried out, and nothing new is agreed: sessions end except those of drivers, keys
 * are refused, its loads and trips leave the market and its offers close, and money due to it waits in escrow. The platform's own organisation is never
 * suspended. A suspension locks the organisation's row exclusively. To open a session, or to make or accept an offer, shares that lock, so that each of these
 * is either seen here or sees the suspension. No lock of business is taken.
 */
@Stateless
public class Suspensions {

    @PersistenceContext(unitName = "lanerunner")
    private EntityManager entities;

    @Inject
    private OrganisationRegister register;

    @Inject
    private Organisations organisations;

    @Inject
    private Sessions sessions;

    @Inject
    private RoadWork roadWork;

    @Inject
    private Event<OrganisationStanding> standing;

    @Inject
    private Events events;

    @Inject
    private Clock clock;

    /** @param reason for its members to read; @param note for administrators alone, or null */
    public OrganisationRecord suspend(Caller caller, UUID id, IfMatch ifMatch, String reason, String note) {
        caller.require(IdentityPermissions.ORGANISATIONS_SUSPEND);
        Organisation organisation = locked(caller, id, ifMatch);
        organisation.suspend(reason, note, caller.actorId(), clock.instant());
        entities.flush();
        sessions.suspendAllFor(id, roadWork.peopleOf(id));
        return told(caller, organisation, "organisation.suspended");
    }

    /** @param reason for administrators alone */
    public OrganisationRecord reopen(Caller caller, UUID id, IfMatch ifMatch, String reason) {
        caller.require(IdentityPermissions.ORGANISATIONS_SUSPEND);
        Organisation organisation = locked(caller, id, ifMatch);
        organisation.reopen(reason, caller.actorId(), clock.instant());
        entities.flush();
        sessions.outdateHolders(id, roadWork.peopleOf(id));
        return told(caller, organisation, "organisation.reopened");
    }

    /**
     * For other features: something that the organisation had to deliver is delivered, or called off. In a suspended organisation, members who have nothing
     * left to deliver stop acting for it.
     */
    public void lessToBring(UUID id) {
        if (organisations.isSuspended(id)) {
            sessions.endAllWithoutRoadWork(id);
        }
    }

    private Organisation locked(Caller caller, UUID id, IfMatch ifMatch) {
        caller.requireProof();
        Organisation organisation = entities.find(Organisation.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (organisation == null) {
            throw Refusal.notFound("organisations");
        }
        ifMatch.require(organisation.version());
        return organisation;
    }

    private OrganisationRecord told(Caller caller, Organisation organisation, String type) {
        UUID id = organisation.id();
        standing.fire(new OrganisationStanding(id, organisation.isSuspended()));
        events.publish(
                caller,
                DomainEvent.of(type, id).readableBy(id, caller.organisationId()).with("organisationId", id));
        return register.record(organisation);
    }
}
