package org.lanerunner.deals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lanerunner.identity.Trader;
import org.lanerunner.identity.Traders;
import org.lanerunner.ledger.Ledger;
import org.lanerunner.ledger.LedgerPermissions;
import org.lanerunner.loads.LegSummary;
import org.lanerunner.loads.Loads;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Money;
import org.lanerunner.trips.TripSummary;
import org.lanerunner.trips.Trips;

/** Shows offers with what other features know of them: the counterpart, the leg and the trip. All of it is looked up once for all offers that are shown. */
@ApplicationScoped
class OfferViews {

    private Loads loads;
    private Trips trips;
    private Traders traders;
    private Ledger ledger;

    OfferViews() {}

    @Inject
    OfferViews(Loads loads, Trips trips, Traders traders, Ledger ledger) {
        this.loads = loads;
        this.trips = trips;
        this.traders = traders;
        this.ledger = ledger;
    }

    OfferView of(Caller caller, Offer offer) {
        return of(caller, List.of(offer)).get(0);
    }

    List<OfferView> of(Caller caller, List<Offer> shown) {
        UUID reader = caller.organisationId();
        Map<UUID, LegSummary> legs = loads.summaries(reader, each(shown, Offer::legId));
        Map<UUID, TripSummary> carriers = trips.summaries(each(shown, Offer::tripId));
        Map<UUID, Trader> others = traders.of(each(shown, offer -> offer.counterpartOf(reader)));
        Map<UUID, List<Money>> wallets =
                ledger.available(each(shown, offer -> offer.lacksMoney(reader) ? offer.buyerOrganisationId() : null));
        return shown.stream()
                .map(offer -> offer.view(
                        caller,
                        asBought(offer, legs.get(offer.legId())),
                        asFarAsOpen(offer, carriers.get(offer.tripId())),
                        others.get(offer.counterpartOf(reader)),
                        unfunded(caller, offer, wallets.getOrDefault(offer.buyerOrganisationId(), List.of()))))
                .toList();
    }

    /** Sorts the offers before they are shown, so that what only the shown ones need is looked up for those alone. */
    List<Offer> sorted(Caller caller, List<Offer> offers, OfferSort sort) {
        UUID reader = caller.organisationId();
        Map<UUID, LegSummary> legs = loads.summaries(reader, each(offers, Offer::legId));
        Map<UUID, Trader> others = traders.of(each(offers, offer -> offer.counterpartOf(reader)));
        return offers.stream()
                .map(offer -> new OfferSort.Compared(
                        offer, meters(legs.get(offer.legId())), others.get(offer.counterpartOf(reader))))
                .sorted(sort.order())
                .map(OfferSort.Compared::offer)
                .toList();
    }

    private static long meters(LegSummary leg) {
        return leg == null ? 0 : leg.distanceMeters();
    }

    private static LegSummary asBought(Offer offer, LegSummary leg) {
        return leg == null || offer.bookingId() == null ? leg : leg.boughtForABooking();
    }

    /** Once an offer has ended, it is no reason any more to know how much room another organisation's trip has. */
    private static TripSummary asFarAsOpen(Offer offer, TripSummary trip) {
        return trip == null || offer.status() == OfferStatus.OPEN ? trip : trip.withoutRoom();
    }

    /** Only the buyer is to know how much is wanting, and of the buyer's people only those who may see the wallet. */
    private static OfferView.Unfunded unfunded(Caller caller, Offer offer, List<Money> wallet) {
        if (!offer.lacksMoney(caller.organisationId())) {
            return null;
        }
        Money lacking = wallet.stream()
                .filter(balance -> balance.currency().equals(offer.price().currency()))
                .reduce(offer.price(), Money::minus);
        boolean own = offer.boughtBy(caller) && caller.may(LedgerPermissions.WALLET_VIEW);
        return new OfferView.Unfunded(
                offer.unfundedAt(), !lacking.positive(), own && lacking.positive() ? lacking : null);
    }

    private static Set<UUID> each(List<Offer> offers, Function<Offer, UUID> id) {
        return offers.stream().map(id).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
