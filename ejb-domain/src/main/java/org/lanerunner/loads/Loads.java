package org.lanerunner.loads;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lanerunner.events.Events;
import org.lanerunner.identity.Organisations;
import org.lanerunner.ledger.Ledger;
import org.lanerunner.places.Geography;
import org.lanerunner.places.Sites;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.DueItem;
import org.lanerunner.shared.IfMatch;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Text;

/** The use cases of a load's owner, and what the market sees. */
@Stateless
public class Loads {

    @Inject
    private LoadRepository loads;

    @Inject
    private SuspendedOwners suspended;

    @Inject
    private Posters posters;

    @Inject
    private Sites sites;

    @Inject
    private Geography geography;

    @Inject
    private Ledger ledger;

    @Inject
    private Organisations organisations;

    @Inject
    private Events events;

    @Inject
    private Event<LoadWithdrawn> withdrawn;

    @Inject
    private Clock clock;

    /** Writes a load and, unless it is a draft, puts it on the market. */
    public LoadView post(Caller caller, LoadRequest request) {
        caller.require(LoadPermissions.POST);
        organisations.requireOpen(caller.organisationId());
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
        return load.view(caller.organisationId());
    }

    /** Rewrites a draft or an open load. Offers already made on it close: they were about something else. */
    public LoadView change(Caller caller, UUID id, LoadRequest request, IfMatch ifMatch) {
        caller.require(LoadPermissions.POST);
        Load load = own(caller, id, ifMatch);
        LoadView before = load.view(caller.organisationId());
        List<LoadWithdrawn.Part> legs = load.parts();
        load.describe(LoadPlan.of(request, sites, geography, clock.instant()), clock.instant());
        withdrawn.fire(new LoadWithdrawn(caller, id, legs, null));
        events.publish(caller, load.changed(before));
        loads.changed(load);
        return load.view(caller.organisationId());
    }

    /** Puts a draft on the market. */
    public LoadView postDraft(Caller caller, UUID id, IfMatch ifMatch) {
        caller.require(LoadPermissions.POST);
        organisations.requireOpen(caller.organisationId());
        Load load = own(caller, id, ifMatch);
        events.publish(caller, load.post(clock.instant()));
        loads.flush();
        return load.view(caller.organisationId());
    }

    /** Takes one leg off the market as {@link #cancel} does the whole load. The other legs go on. 422 where the load has no such leg. */
    public LoadView cancelLeg(Caller caller, UUID id, UUID legId, String reason, IfMatch ifMatch) {
        caller.require(LoadPermissions.POST);
        String why = Text.required(reason, 300, "/reason");
        Load load = own(caller, id, ifMatch);
        LoadStatus before = load.status();
        List<LoadWithdrawn.Part> leg =
                load.parts().stream().filter(part -> part.legId().equals(legId)).toList();
        if (leg.isEmpty()) {
            throw Refusal.unknown("/legId");
        }
        withdrawn.fire(new LoadWithdrawn(caller, id, leg, why));
        events.publish(caller, load.cancel(legId));
        loads.followed(load, before);
        loads.flush();
        return load.view(caller.organisationId());
    }

    /** Takes a load off the market. Its bookings are cancelled with it, which is refused once something is loaded. */
    public LoadView cancel(Caller caller, UUID id, String reason, IfMatch ifMatch) {
        caller.require(LoadPermissions.POST);
        String why = Text.required(reason, 300, "/reason");
        Load load = own(caller, id, ifMatch);
        load.cancelsWhole();
        withdrawn.fire(new LoadWithdrawn(caller, id, load.parts(), why));
        events.publish(caller, load.cancel());
        loads.flush();
        return load.view(caller.organisationId());
    }

    /**
     * Shows own and carried loads whole, and open loads of others as the market sees them. All others are not found. Each query stands for itself and needs no
     * transaction around it.
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public LoadView view(Caller caller, UUID id) {
        caller.requireAny(LoadPermissions.VIEW, LoadPermissions.MARKET_VIEW);
        return loads.visible(caller, id, clock.instant())
                .map(load -> posters.of(caller.organisationId(), List.of(load)).get(0))
                .orElseThrow(() -> Refusal.notFound("loads"));
    }

    public Page<LoadView> search(Caller caller, LoadSearch search, PageRequest page) {
        caller.require(search.scope() == LoadSearch.Scope.OWN ? LoadPermissions.VIEW : LoadPermissions.MARKET_VIEW);
        List<Load> found = loads.search(caller, search, page, clock.instant());
        Page<Load> shown = Page.of(found, page.limit(), Load::id);
        return new Page<>(posters.of(caller.organisationId(), shown.items()), shown.next());
    }

    /** Open legs of others' loads near a point, as the market sees them; for matching. */
    public List<OfferedLeg> openNear(UUID notOf, LoadSearch search, int limit) {
        return loads.openNear(notOf, search, limit, clock.instant()).stream()
                .map(leg -> leg.offered().onTheMarket())
                .toList();
    }

    /** Of these loads, those that were ever posted, as the market knows them at this moment; for those who follow the market. */
    public List<MarketLoad> onTheMarket(Collection<UUID> ids) {
        Instant now = clock.instant();
        return loads.posted(ids).stream().map(load -> load.onTheMarket(now)).toList();
    }

    /**
     * A leg of a load that is open now or the caller's own; for offers.
     *
     * @param legId may be null where the load has one leg, or where a broker's booking says which leg
     * @param bookingId the broker's booking that would be carried, or null
     */
    public OfferedLeg offered(Caller caller, UUID id, UUID legId, UUID bookingId) {
        Instant now = clock.instant();
        List<OfferedLeg> legs = loads.find(id)
                .filter(load ->
                        load.takesOffersOf(caller.organisationId(), !suspended.include(load.organisationId()), now))
                .map(Loads::legsOf)
                .orElseThrow(() -> Refusal.notFound("loads"));
        if (legId == null && bookingId != null) {
            return legs.stream()
                    .filter(leg -> leg.soldBy(bookingId))
                    .findFirst()
                    .orElseThrow(() -> Refusal.unknown("/bookingId"));
        }
        if (legId == null) {
            if (legs.size() > 1) {
                throw Refusal.invalid("/legId", "This load is carried in several legs. Say which one.");
            }
            return legs.get(0);
        }
        return legs.stream()
                .filter(leg -> leg.id().equals(legId))
                .findFirst()
                .orElseThrow(() -> Refusal.unknown("/legId"));
    }

    /**
     * The legs for which the caller looks for trips: those of an own load in their order, or those whose carriage the caller has sold without a vehicle; for
     * matching.
     */
    public List<OfferedLeg> legsToCarry(Caller caller, UUID id) {
        UUID organisation = caller.organisationId();
        List<OfferedLeg> legs = loads.find(id)
                .map(load -> load.organisationId().equals(organisation)
                        ? legsOf(load)
                        : load.legs().stream()
                                .filter(leg -> leg.brokeredBy(organisation))
                                .map(leg -> leg.offered().soldOn())
                                .toList())
                .orElse(List.of());
        if (legs.isEmpty()) {
            throw Refusal.notFound("loads");
        }
        return legs;
    }

    /** A leg as it stands, for answers to an offer on it, which both sides know of. It does not ask who calls. */
    public Optional<OfferedLeg> leg(UUID id, UUID legId) {
        return loads.find(id).map(load -> load.leg(legId).offered());
    }

    /** The places where a leg begins and ends; for a leg that a change has taken away, those of its load. It does not ask who calls. */
    public Optional<LegEnds> ends(UUID id, UUID legId) {
        return loads.find(id).map(load -> load.ends(legId));
    }

    /** The legs in lists of what is offered on them, in one query for all. It does not ask who calls. */
    public Map<UUID, LegSummary> summaries(UUID reader, Collection<UUID> legIds) {
        return loads.legs(legIds).stream().collect(Collectors.toMap(Leg::id, leg -> leg.summary(reader)));
    }

    /** Loads as the market sees them, for lists that mention them. */
    public Map<UUID, LoadView> marketViews(Collection<UUID> ids) {
        return posters.of(null, loads.all(ids)).stream().collect(Collectors.toMap(LoadView::id, Function.identity()));
    }

    /** Takes the load's lock, which every change of its offers and bookings takes first. */
    public void lock(UUID id) {
        loads.forUpdate(id).orElseThrow(() -> Refusal.notFound("loads"));
    }

    /** Locks the load and takes a leg off the market for a booking; refuses unless the leg is open at this moment. */
    public OfferedLeg cover(
            Caller caller, UUID id, UUID legId, UUID bookingId, UUID carrierOrganisationId, boolean brokered) {
        Load load = locked(id);
        LoadStatus before = load.status();
        events.publish(
                caller,
                load.cover(legId, bookingId, carrierOrganisationId, brokered, clock.instant())
                        .involving(bookingId)
                        .readableBy(carrierOrganisationId));
        loads.followed(load, before);
        return load.leg(legId).offered();
    }

    /** The broker of a leg has found a carrier. */
    public OfferedLeg haul(UUID id, UUID legId, UUID haulerOrganisationId) {
        Load load = locked(id);
        load.leg(legId).haul(haulerOrganisationId, clock.instant());
        loads.changed(load);
        return load.leg(legId).offered();
    }

    /** The carrier of a brokered leg has stepped back before loading. */
    public void haulNoMore(UUID id, UUID legId) {
        Load load = locked(id);
        load.leg(legId).haulNoMore();
        loads.changed(load);
    }

    /** One leg is back on the market, or is expired when its windows are over. */
    public void reopen(Caller caller, UUID id, UUID legId, UUID bookingId) {
        Load load = locked(id);
        LoadStatus before = load.status();
        events.publish(caller, load.reopen(legId, clock.instant()).involving(bookingId));
        loads.followed(load, before);
    }

    /** The leg's booking has this status now. */
    public void follow(UUID id, UUID legId, LegStatus status) {
        Load load = locked(id);
        LoadStatus before = load.status();
        if (load.leg(legId).status() != status) {
            load.follow(legId, status);
            loads.followed(load, before);
        }
    }

    /** The open legs whose time is over. They are expired one by one. */
    @NeedsNoPermission(because = "the system does it by itself when its time has come")
    public List<DueItem> due(DueItem after, int limit) {
        return loads.due(clock.instant(), after, limit);
    }

    /** Expires a leg if it is still there, open and over. */
    @NeedsNoPermission(because = "the system does it by itself when its time has come")
    public void expire(UUID legId) {
        loads.loadOf(legId)
                .flatMap(loads::forUpdate)
                .filter(load -> load.overAt(legId, clock.instant()))
                .ifPresent(load -> {
                    Caller system = Caller.system(load.organisationId());
                    LoadStatus before = load.status();
                    List<LoadWithdrawn.Part> leg = List.of(load.leg(legId).part());
                    withdrawn.fire(new LoadWithdrawn(system, load.id(), leg, null));
                    events.publish(system, load.expire(legId));
                    loads.followed(load, before);
                });
    }

    private Load locked(UUID id) {
        return loads.forUpdate(id).orElseThrow(() -> Refusal.notFound("loads"));
    }

    private static List<OfferedLeg> legsOf(Load load) {
        return load.legs().stream().map(Leg::offered).toList();
    }

    private Load own(Caller caller, UUID id, IfMatch ifMatch) {
        Load load = loads.ownForUpdate(caller, id).orElseThrow(() -> Refusal.notFound("loads"));
        ifMatch.require(load.version());
        return load;
    }
}
