package org.lanerunner.deals;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.lanerunner.events.DomainEvent;
import org.lanerunner.events.Events;
import org.lanerunner.identity.Organisations;
import org.lanerunner.loads.LoadWithdrawn;
import org.lanerunner.loads.Loads;
import org.lanerunner.loads.OfferedLeg;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.DueItem;
import org.lanerunner.shared.IfMatch;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Money;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Rule;
import org.lanerunner.shared.Settings;
import org.lanerunner.shared.Uuid7;
import org.lanerunner.trips.TripPermissions;
import org.lanerunner.trips.TripView;
import org.lanerunner.trips.Trips;

/** Makes and answers offers. The acceptance as a whole is a use case of bookings, which calls {@link #accept} inside its transaction. */
@Stateless
public class Deals {

    private static final int CLOSED_AT_ONCE = 100;
    private static final Duration TOLD_AGAIN_AFTER = Duration.ofHours(1);

    @Inject
    private OfferRepository offers;

    @Inject
    private SuspendedParties suspended;

    @Inject
    private OfferViews views;

    @Inject
    private Loads loads;

    @Inject
    private Trips trips;

    @Inject
    private Organisations organisations;

    @Inject
    private Events events;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** The load's owner offers to a trip, or a carrier offers to the load. 409 offers/too-many, offers/load-full. */
    public OfferView make(Caller caller, OfferRequest request) {
        caller.require(DealPermissions.OFFERS_MAKE);
        if (request.loadId() == null) {
            throw Refusal.invalid("/loadId", "Say which load.");
        }
        organisations.requireOpen(caller.organisationId());
        loads.lock(request.loadId());
        Instant now = clock.instant();
        OfferedLeg leg = loads.offered(caller, request.loadId(), request.legId(), request.bookingId());
        TripView trip = request.tripId() == null
                ? null
                : trips.seen(caller, request.tripId()).orElse(null);
        boolean brokersOnly = caller.may(DealPermissions.CARRIAGE_BROKER) && !caller.may(TripPermissions.POST);
        OfferAsked asked = new OfferAsked(caller.organisationId(), leg, trip, request, brokersOnly, now);
        caller.require(asked.permission());
        Rule.requireAll(OfferRule.values(), asked);
        organisations.requireOpen(
                caller.organisationId(),
                asked.buyer().equals(caller.organisationId()) ? asked.seller() : asked.buyer());
        Offer offer =
                new Offer(asked, settings.number(DealSettings.FEE_BASIS_POINTS), end(request.expiresAt(), leg, now));
        Optional<DomainEvent> before = giveWay(offer, now);
        if (before.isEmpty()) {
            requireRoom(offer);
        }
        offers.add(offer);
        publish(caller, Stream.of(offer.made()), before);
        return views.of(caller, offer);
    }

    public OfferView counter(Caller caller, UUID id, Money price, IfMatch ifMatch) {
        caller.require(DealPermissions.OFFERS_MAKE);
        requireBothSides(caller, id);
        loads.lock(loadOf(caller, id));
        Instant now = clock.instant();
        Offer offer = answered(caller, id, ifMatch);
        OfferedLeg leg = loads.leg(offer.loadId(), offer.legId())
                .filter(each -> each.takesOffersFor(offer.bookingId(), now))
                .orElseThrow(() -> Refusal.conflict("loads/not-open", "This load is not open any more."));
        if (!OfferRule.isPriceIn(offer.price().currency(), price)) {
            throw Refusal.invalid(
                    "/price", "A price above zero in " + offer.price().currency() + " is needed.");
        }
        if (leg.price() != null && offer.bookingId() == null) {
            throw Refusal.conflict("offers/fixed-price", "This load has a fixed price.");
        }
        Offer counter = offer.counter(caller, price, end(null, leg, now), now);
        Optional<DomainEvent> before = giveWay(counter, now);
        offers.add(counter);
        publish(caller, Stream.of(offer.countered(counter), counter.made()), before);
        return views.of(caller, counter);
    }

    public OfferView decline(Caller caller, UUID id, IfMatch ifMatch) {
        caller.require(DealPermissions.OFFERS_MAKE);
        Offer offer = answered(caller, id, ifMatch);
        return told(caller, offer, offer.decline(caller, clock.instant()));
    }

    public OfferView withdraw(Caller caller, UUID id, IfMatch ifMatch) {
        caller.require(DealPermissions.OFFERS_MAKE);
        Offer offer = answered(caller, id, ifMatch);
        return told(caller, offer, offer.withdraw(caller, clock.instant()));
    }

    public OfferView view(Caller caller, UUID id) {
        caller.require(DealPermissions.OFFERS_VIEW);
        return offers.ofParty(caller, id, false)
                .map(offer -> views.of(caller, offer))
                .orElseThrow(() -> Refusal.notFound("offers"));
    }

    public Page<OfferView> search(Caller caller, OfferSearch search, PageRequest page) {
        caller.require(DealPermissions.OFFERS_VIEW);
        Page<Offer> found = Page.of(
                offers.search(caller, search, page.afterId(Uuid7.next()), page.limit() + 1), page.limit(), Offer::id);
        return new Page<>(views.of(caller, found.items()), found.next());
    }

    /**
     * The offers of one load, the open ones before those that have ended. Of the latter only the newest are shown, so that all together are no more than a load
     * can have open. A page that begins after an offer that has left the list meanwhile is empty. 422 without a load.
     */
    public Page<OfferView> sorted(Caller caller, OfferSearch search, OfferSort sort, PageRequest page) {
        caller.require(DealPermissions.OFFERS_VIEW);
        if (search.loadId() == null) {
            throw new Refusal(Refusal.Kind.INVALID, "request/invalid", "Only the offers of one load are sorted.");
        }
        int most = settings.number(DealSettings.OFFERS_PER_LOAD);
        List<Offer> all = views.sorted(caller, offers.openFirst(caller, search, most), sort);
        Page<Offer> shown = Page.of(after(all, page.afterId(null), page.limit() + 1), page.limit(), Offer::id);
        return new Page<>(views.of(caller, shown.items()), shown.next());
    }

    /** The offers that come after the given one. None if the given one is not in the list: a reader of page after page would begin anew without end. */
    private static List<Offer> after(List<Offer> all, UUID last, int most) {
        if (last == null) {
            return all.subList(0, Math.min(all.size(), most));
        }
        return all.stream()
                .dropWhile(offer -> !offer.id().equals(last))
                .skip(1)
                .limit(most)
                .toList();
    }

    /**
     * Somebody wanted to accept, and could not since the buyer has too little money. This is called after the acceptance was undone. The buyer's people are
     * told once an hour, however often it is tried and whichever side tries: the person who accepts for the buyer may not be the one who tops up.
     */
    public void lacksMoney(Caller caller, UUID id) {
        caller.require(DealPermissions.OFFERS_MAKE);
        Offer offer = offers.ofParty(caller, id, false).orElseThrow(() -> Refusal.notFound("offers"));
        Instant now = clock.instant();
        if (offers.lacksMoney(id, now, now.minus(TOLD_AGAIN_AFTER))) {
            events.publish(caller, offer.acceptanceFailed(caller));
        }
    }

    /**
     * Makes sure that neither side of the offer is suspended until the present transaction is over. To be called before the offer's load is locked. 409
     * organisations/suspended, organisations/other-suspended.
     */
    public void requireBothSides(Caller caller, UUID id) {
        organisations.requireOpen(
                caller.organisationId(), offers.otherSide(caller, id).orElseThrow(() -> Refusal.notFound("offers")));
    }

    /** The offer's load, so that it can be locked before the offer; every acceptance takes its locks in the same order. */
    public UUID loadOf(Caller caller, UUID id) {
        return offers.loadOf(caller, id).orElseThrow(() -> Refusal.notFound("offers"));
    }

    /** Accepts the offer and closes the others on the leg; called with the load locked, inside the booking's transaction. */
    public AcceptedOffer accept(Caller caller, UUID id, IfMatch ifMatch) {
        Offer offer = answered(caller, id, ifMatch);
        events.publish(caller, offer.accept(caller, clock.instant()));
        offers.flush();
        closeOpenOn(caller, List.of(offer.legId()), Offer.Closing.OTHER_ACCEPTED);
        return offer.accepted();
    }

    /** For bookings: what a broker sold is called off, so nobody needs to carry it for the broker. */
    public void closeOffersOn(Caller caller, UUID legId) {
        closeOpenOn(caller, List.of(legId), Offer.Closing.LEG_WITHDRAWN);
    }

    /** Legs have left the market: nothing more can be agreed about them. */
    public void closeOffersOf(@Observes LoadWithdrawn load) {
        closeOpenOn(
                load.caller(),
                load.legs().stream().map(LoadWithdrawn.Part::legId).toList(),
                Offer.Closing.LEG_WITHDRAWN);
    }

    /** The open offers whose time is over. They are expired one by one. */
    @NeedsNoPermission(because = "the system does it by itself when its time has come")
    public List<DueItem> due(DueItem after, int limit) {
        return offers.due(clock.instant(), after, limit);
    }

    @NeedsNoPermission(because = "the system does it by itself when its time has come")
    public void expire(UUID id) {
        offers.forUpdate(id)
                .filter(offer -> offer.overAt(clock.instant()))
                .ifPresent(offer -> events.publish(Caller.system(offer.madeByOrganisationId()), offer.expire()));
    }

    /** The organisations that were suspended and whose open offers are still to be closed. */
    @NeedsNoPermission(because = "the system does it by itself when its time has come")
    public List<DueItem> dueOfSuspended(DueItem after, int limit) {
        return suspended.due(after, limit);
    }

    /**
     * Closes some of the open offers that a suspended organisation made or received. The organisation stays due until no such offer is left. Loads are locked
     * first, in one order.
     */
    @NeedsNoPermission(because = "the system does it by itself when its time has come")
    public void closeOfSuspended(UUID organisationId) {
        // the organisation is held, so that it is not reopened and makes no new offers in between
        if (!organisations.isSuspended(organisationId) || !suspended.include(organisationId)) {
            return;
        }
        Map<UUID, UUID> open = offers.openOf(organisationId, CLOSED_AT_ONCE);
        open.values().stream().sorted().distinct().forEach(loads::lock);
        Caller system = Caller.system(organisationId);
        open.keySet().stream()
                .map(offers::forUpdate)
                .flatMap(Optional::stream)
                .filter(offer -> offer.status() == OfferStatus.OPEN)
                .forEach(offer -> events.publish(system, offer.close(Offer.Closing.ORGANISATION_SUSPENDED)));
        if (open.size() < CLOSED_AT_ONCE) {
            suspended.done(organisationId);
        }
    }

    private void closeOpenOn(Caller caller, List<UUID> legIds, Offer.Closing because) {
        List<Offer> open = offers.openOn(legIds);
        events.publish(caller, open.stream().map(offer -> offer.close(because)).toArray(DomainEvent[]::new));
    }

    /** An offer that was made again takes the place of the one before. */
    private Optional<DomainEvent> giveWay(Offer next, Instant now) {
        return offers.openLike(next).map(before -> before.giveWayTo(next, now));
    }

    /** A load that ends closes all its offers at once, so it takes no more offers than can be closed. A counter-offer adds none. */
    private void requireRoom(Offer offer) {
        int ofOne = settings.number(DealSettings.OFFERS_PER_ORGANISATION);
        if (offers.countOpenOn(offer.loadId(), offer.madeByOrganisationId()) >= ofOne) {
            throw Refusal.conflict(
                            "offers/too-many",
                            "You have " + ofOne + " open offers on this load. Withdraw one before you make another.")
                    .beyond(Limit.OFFERS);
        }
        int ofAll = settings.number(DealSettings.OFFERS_PER_LOAD);
        if (offers.countOpenOn(offer.loadId()) >= ofAll) {
            throw Refusal.conflict(
                            "offers/load-full", "This load has " + ofAll + " open offers and takes no more for now.")
                    .beyond(Limit.OFFERS_ON_LOAD);
        }
    }

    private void publish(Caller caller, Stream<DomainEvent> made, Optional<DomainEvent> before) {
        events.publish(caller, Stream.concat(made, before.stream()).toArray(DomainEvent[]::new));
    }

    /** The end that was asked for, or the usual time from now; but never later than the leg's end. */
    private Instant end(Instant asked, OfferedLeg leg, Instant now) {
        Instant end = asked == null ? now.plus(settings.duration(DealSettings.OFFER_LIFETIME)) : asked;
        return end.isAfter(leg.expiresAt()) ? leg.expiresAt() : end;
    }

    private OfferView told(Caller caller, Offer offer, DomainEvent event) {
        events.publish(caller, event);
        offers.flush();
        return views.of(caller, offer);
    }

    private Offer answered(Caller caller, UUID id, IfMatch ifMatch) {
        Offer offer = offers.ofParty(caller, id, true).orElseThrow(() -> Refusal.notFound("offers"));
        caller.require(offer.permissionOf(caller));
        ifMatch.require(offer.version());
        return offer;
    }
}
