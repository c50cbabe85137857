package org.lanerunner.loads;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lanerunner.events.Events;
import org.lanerunner.ledger.Ledger;
import org.lanerunner.places.Geography;
import org.lanerunner.places.Sites;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.DueItem;
import org.lanerunner.shared.IfMatch;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.Permission;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Text;

/** The use cases of a load's owner and what the market sees. */
@Stateless
public class Loads {

    @Inject
    private LoadRepository loads;

    @Inject
    private Sites sites;

    @Inject
    private Geography geography;

    @Inject
    private Ledger ledger;

    @Inject
    private Events events;

    @Inject
    private Event<LoadWithdrawn> withdrawn;

    @Inject
    private Clock clock;

    /** Writes a load and, unless it is a draft, puts it on the market. */
    public LoadView post(Caller caller, LoadRequest request) {
        caller.require(Permission.LOADS_POST);
        Instant now = clock.instant();
        Load load =
                new Load(caller.organisationId(), LoadPlan.of(request, sites, geography, now), ledger.testMoney(), now);
        if (request.isDraft()) {
            loads.add(load);
            events.publish(caller, load.drafted());
        } else {
            var posted = load.post(now);
            loads.add(load);
            events.publish(caller, posted);
        }
        return load.view(true);
    }

    /** Rewrites a draft or an open load. Offers already made on it close: they were about something else. */
    public LoadView change(Caller caller, UUID id, LoadRequest request, IfMatch ifMatch) {
        caller.require(Permission.LOADS_POST);
        Load load = own(caller, id, ifMatch);
        LoadView before = load.view(true);
        load.describe(LoadPlan.of(request, sites, geography, clock.instant()), clock.instant());
        withdrawn.fire(new LoadWithdrawn(caller, id, null, null));
        events.publish(caller, load.changed(before));
        loads.changed(load);
        return load.view(true);
    }

    /** Puts a draft on the market. */
    public LoadView postDraft(Caller caller, UUID id, IfMatch ifMatch) {
        caller.require(Permission.LOADS_POST);
        Load load = own(caller, id, ifMatch);
        events.publish(caller, load.post(clock.instant()));
        loads.flush();
        return load.view(true);
    }

    /** Takes a load off the market; a booking that covers it is cancelled with it, which is refused once it is loaded. */
    public LoadView cancel(Caller caller, UUID id, String reason, IfMatch ifMatch) {
        caller.require(Permission.LOADS_POST);
        String why = Text.required(reason, 300, "/reason");
        Load load = own(caller, id, ifMatch);
        withdrawn.fire(new LoadWithdrawn(caller, id, load.bookingId(), why));
        events.publish(caller, load.cancel());
        loads.flush();
        return load.view(true);
    }

    /** Own and carried loads whole, open ones of others as the market sees them; all else is not found. One query, which needs no transaction around it. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public LoadView view(Caller caller, UUID id) {
        caller.requireAny(Permission.LOADS_VIEW, Permission.MARKET_VIEW);
        return loads.visible(caller, id, clock.instant())
                .map(load -> load.view(load.hasParty(caller.organisationId())))
                .orElseThrow(() -> Refusal.notFound("loads"));
    }

    public Page<LoadView> search(Caller caller, LoadSearch search, PageRequest page) {
        caller.require(search.scope() == LoadSearch.Scope.OWN ? Permission.LOADS_VIEW : Permission.MARKET_VIEW);
        List<Load> found = loads.search(caller, search, page, clock.instant());
        return Page.of(found, page.limit(), Load::id).map(load -> load.view(search.scope() == LoadSearch.Scope.OWN));
    }

    /** Open loads of others near a point, as the market sees them; for matching. */
    public List<OfferedLoad> openNear(UUID notOf, LoadSearch search, int limit) {
        return loads.openNear(notOf, search, limit, clock.instant()).stream()
                .map(load -> load.offered().onTheMarket())
                .toList();
    }

    /** A load that is open now, or the caller's own; for offers and matching. */
    public OfferedLoad offered(Caller caller, UUID id) {
        Instant now = clock.instant();
        return loads.find(id)
                .filter(load -> load.openAt(now) || load.organisationId().equals(caller.organisationId()))
                .map(Load::offered)
                .orElseThrow(() -> Refusal.notFound("loads"));
    }

    /** A load that is open now, whoever asks; for answers to an offer on it, which both sides know of. */
    public Optional<OfferedLoad> open(UUID id) {
        return loads.find(id).filter(load -> load.openAt(clock.instant())).map(Load::offered);
    }

    /** The loads' market views, for lists that mention them. */
    public LoadView marketView(UUID id) {
        return loads.find(id).map(load -> load.view(false)).orElseThrow(() -> Refusal.notFound("loads"));
    }

    /** Takes the load's lock, which every change of its offers and bookings takes first. */
    public void lock(UUID id) {
        loads.forUpdate(id).orElseThrow(() -> Refusal.notFound("loads"));
    }

    /** Locks the load and takes it off the market for a booking; refuses unless it is open at this moment. */
    public OfferedLoad cover(Caller caller, UUID id, UUID bookingId, UUID carrierOrganisationId) {
        Load load = loads.forUpdate(id).orElseThrow(() -> Refusal.notFound("loads"));
        events.publish(
                caller,
                load.cover(bookingId, carrierOrganisationId, clock.instant())
                        .involving(bookingId)
                        .readableBy(load.organisationId(), carrierOrganisationId));
        return load.offered();
    }

    /** Back on the market, or expired when its windows are over. */
    public void reopen(Caller caller, UUID id, UUID bookingId) {
        Load load = loads.forUpdate(id).orElseThrow(() -> Refusal.notFound("loads"));
        events.publish(caller, load.reopen(clock.instant()).involving(bookingId));
    }

    /** What its booking says now. */
    public void follow(UUID id, LoadStatus status) {
        Load load = loads.forUpdate(id).orElseThrow(() -> Refusal.notFound("loads"));
        if (load.status() != status) {
            load.follow(status);
        }
    }

    /** Open loads whose time is over, to be expired one by one. */
    @NeedsNoPermission(because = "the system does it by itself when its time has come")
    public List<DueItem> due(DueItem after, int limit) {
        return loads.due(clock.instant(), after, limit);
    }

    /** Expires a load if it is still open and over. */
    @NeedsNoPermission(because = "the system does it by itself when its time has come")
    public void expire(UUID id) {
        loads.forUpdate(id)
                .filter(load -> load.status() == LoadStatus.OPEN && !load.openAt(clock.instant()))
                .ifPresent(load -> {
                    withdrawn.fire(new LoadWithdrawn(Caller.system(), id, null, null));
                    events.publish(Caller.system(), load.expire());
                });
    }

    private Load own(Caller caller, UUID id, IfMatch ifMatch) {
        Load load = loads.ownForUpdate(caller, id).orElseThrow(() -> Refusal.notFound("loads"));
        ifMatch.require(load.version());
        return load;
    }
}
