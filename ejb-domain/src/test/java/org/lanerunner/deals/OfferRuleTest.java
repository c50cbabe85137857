package org.lanerunner.deals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.deals.OfferRule.BROKER_COVERS_IN_TIME;
import static org.lanerunner.deals.OfferRule.BROKER_NAMES_NO_TRIP_OF_THE_LOADS_OWNER;
import static org.lanerunner.deals.OfferRule.BUYER_NAMES_A_TRIP;
import static org.lanerunner.deals.OfferRule.BUYER_NAMES_SOMEBODY_ELSES_TRIP;
import static org.lanerunner.deals.OfferRule.CARRIER_NAMES_AN_OWN_TRIP;
import static org.lanerunner.deals.OfferRule.ENDS_WITHIN_30_DAYS;
import static org.lanerunner.deals.OfferRule.FIXED_PRICE_STAYS;
import static org.lanerunner.deals.OfferRule.LEG_IS_OPEN;
import static org.lanerunner.deals.OfferRule.NAMED_TRIP_IS_SEEN;
import static org.lanerunner.deals.OfferRule.PRICE_IN_THE_LOADS_CURRENCY;
import static org.lanerunner.deals.OfferRule.RIGHT_EQUIPMENT;
import static org.lanerunner.deals.OfferRule.TRIP_IS_OPEN;
import static org.lanerunner.loads.LoadFixture.CHICAGO;
import static org.lanerunner.loads.LoadFixture.DENVER;
import static org.lanerunner.loads.LoadFixture.NOW;
import static org.lanerunner.loads.LoadFixture.kilograms;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lanerunner.fleet.Equipment;
import org.lanerunner.loads.CargoMode;
import org.lanerunner.loads.LoadFixture;
import org.lanerunner.loads.LoadPermissions;
import org.lanerunner.loads.OfferedLeg;
import org.lanerunner.shared.Money;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Rule;
import org.lanerunner.trips.TripPermissions;
import org.lanerunner.trips.TripStatus;
import org.lanerunner.trips.TripView;

/** A load of a dry van, once for bids and once for 2000 dollars; its owner and a carrier make offers on it. */
class OfferRuleTest {

    private static final Money PRICE = Money.of("1900.00", "USD");
    private static final UUID CARRIER = UUID.randomUUID();

    private final OfferedLeg forBids = LoadFixture.offeredForBids(CHICAGO, DENVER);
    private final OfferedLeg fixed = LoadFixture.offered(CargoMode.FULL, 9000, CHICAGO, DENVER);
    private final UUID owner = forBids.organisationId();

    private static TripView trip(UUID carrier) {
        return trip(carrier, TripStatus.PLANNED, Equipment.DRY_VAN);
    }

    private static TripView trip(UUID carrier, TripStatus status, Equipment equipment) {
        return new TripView(
                UUID.randomUUID(),
                "T-1",
                carrier,
                status,
                equipment,
                kilograms(20_000),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                NOW,
                NOW.plus(Duration.ofDays(1)),
                false,
                NOW,
                0);
    }

    private static OfferAsked asked(UUID maker, OfferedLeg load, TripView trip, Money price, Instant expiresAt) {
        UUID tripId = trip == null ? null : trip.id();
        return new OfferAsked(
                maker,
                load,
                trip,
                new OfferRequest(load.loadId(), null, null, tripId, null, price, expiresAt),
                false,
                NOW);
    }

    private OfferAsked onBids(UUID maker, TripView trip) {
        return asked(maker, forBids, trip, PRICE, null);
    }

    private static void holds(OfferAsked asked) {
        assertEquals(List.of(), broken(asked));
        Rule.requireAll(OfferRule.values(), asked);
    }

    private static void breaksOnly(OfferRule rule, String slugOrPointer, OfferAsked asked) {
        assertEquals(List.of(rule), broken(asked));
        Refusal refusal = assertThrows(Refusal.class, () -> Rule.requireAll(OfferRule.values(), asked));
        assertEquals(
                slugOrPointer,
                refusal.violations().isEmpty()
                        ? refusal.slug()
                        : refusal.violations().get(0).pointer());
    }

    private static List<OfferRule> broken(OfferAsked asked) {
        return Stream.of(OfferRule.values()).filter(rule -> !rule.holds(asked)).toList();
    }

    @Test
    void loadIsOpen() {
        OfferRequest request = new OfferRequest(forBids.loadId(), null, null, null, null, PRICE, null);
        Instant end = forBids.expiresAt();
        holds(new OfferAsked(CARRIER, forBids, null, request, false, end.minusNanos(1)));
        breaksOnly(LEG_IS_OPEN, "loads/not-open", new OfferAsked(CARRIER, forBids, null, request, false, end));
        OfferedLeg draft = LoadFixture.draft(CHICAGO, DENVER);
        breaksOnly(LEG_IS_OPEN, "loads/not-open", asked(CARRIER, draft, null, PRICE, null));
    }

    @Test
    void brokerCoversInTime() {
        UUID broker = UUID.randomUUID();
        UUID booking = UUID.randomUUID();
        OfferedLeg leg = LoadFixture.brokered(broker, booking);
        TripView trip = trip(CARRIER);
        OfferRequest request = new OfferRequest(leg.loadId(), null, booking, trip.id(), null, PRICE, null);
        holds(new OfferAsked(broker, leg, trip, request, true, leg.expiresAt().minusNanos(1)));
        OfferAsked late = new OfferAsked(broker, leg, trip, request, true, leg.expiresAt());
        assertEquals(List.of(BROKER_COVERS_IN_TIME, LEG_IS_OPEN), broken(late));
        Refusal refusal = assertThrows(Refusal.class, () -> Rule.requireAll(OfferRule.values(), late));
        assertEquals("offers/too-late", refusal.slug());
        assertTrue(refusal.getMessage().contains(leg.expiresAt().toString()));
    }

    @Test
    void ownerNamesATripAndACarrierNeedsNone() {
        holds(onBids(owner, trip(CARRIER)));
        holds(onBids(CARRIER, null));
        breaksOnly(BUYER_NAMES_A_TRIP, "/tripId", onBids(owner, null));
    }

    @Test
    void namedTripIsSeen() {
        OfferRequest request = new OfferRequest(forBids.loadId(), null, null, UUID.randomUUID(), null, PRICE, null);
        breaksOnly(NAMED_TRIP_IS_SEEN, "/tripId", new OfferAsked(CARRIER, forBids, null, request, false, NOW));
        breaksOnly(NAMED_TRIP_IS_SEEN, "/tripId", new OfferAsked(owner, forBids, null, request, false, NOW));
    }

    @Test
    void ownerNamesSomebodyElsesTrip() {
        breaksOnly(BUYER_NAMES_SOMEBODY_ELSES_TRIP, "/tripId", onBids(owner, trip(owner)));
    }

    @Test
    void brokerNamesNoTripOfTheLoadsOwner() {
        UUID broker = UUID.randomUUID();
        UUID booking = UUID.randomUUID();
        OfferedLeg sold = LoadFixture.brokered(broker, booking);
        holds(covering(broker, booking, sold, trip(CARRIER)));
        breaksOnly(
                BROKER_NAMES_NO_TRIP_OF_THE_LOADS_OWNER,
                "/tripId",
                covering(broker, booking, sold, trip(sold.organisationId())));
    }

    private static OfferAsked covering(UUID broker, UUID booking, OfferedLeg leg, TripView trip) {
        OfferRequest request = new OfferRequest(leg.loadId(), null, booking, trip.id(), null, PRICE, null);
        return new OfferAsked(broker, leg, trip, request, true, NOW);
    }

    @Test
    void carrierNamesAnOwnTrip() {
        holds(onBids(CARRIER, trip(CARRIER)));
        breaksOnly(CARRIER_NAMES_AN_OWN_TRIP, "/tripId", onBids(CARRIER, trip(UUID.randomUUID())));
        breaksOnly(CARRIER_NAMES_AN_OWN_TRIP, "/tripId", onBids(CARRIER, trip(owner)));
    }

    @Test
    void tripIsOpen() {
        holds(onBids(CARRIER, trip(CARRIER, TripStatus.IN_PROGRESS, Equipment.DRY_VAN)));
        for (TripStatus over : List.of(TripStatus.COMPLETED, TripStatus.CANCELLED)) {
            breaksOnly(TRIP_IS_OPEN, "trips/not-open", onBids(CARRIER, trip(CARRIER, over, Equipment.DRY_VAN)));
        }
    }

    @Test
    void rightEquipment() {
        TripView reefer = trip(CARRIER, TripStatus.PLANNED, Equipment.REEFER);
        breaksOnly(RIGHT_EQUIPMENT, "trips/wrong-equipment", onBids(CARRIER, reefer));
    }

    @Test
    void fixedPriceStays() {
        holds(asked(CARRIER, fixed, null, null, null));
        holds(asked(CARRIER, fixed, null, fixed.price(), null));
        breaksOnly(FIXED_PRICE_STAYS, "/price", asked(CARRIER, fixed, null, PRICE, null));
        assertEquals(fixed.price(), asked(CARRIER, fixed, null, null, null).price());
    }

    @Test
    void priceInTheLoadsCurrency() {
        breaksOnly(PRICE_IN_THE_LOADS_CURRENCY, "/price", asked(CARRIER, forBids, null, null, null));
        breaksOnly(PRICE_IN_THE_LOADS_CURRENCY, "/price", asked(CARRIER, forBids, null, Money.of("0.00", "USD"), null));
        breaksOnly(
                PRICE_IN_THE_LOADS_CURRENCY, "/price", asked(CARRIER, forBids, null, Money.of("1900.00", "EUR"), null));
    }

    @Test
    void endsWithin30Days() {
        Instant latest = NOW.plus(Duration.ofDays(30));
        holds(asked(CARRIER, forBids, null, PRICE, NOW.plusNanos(1)));
        holds(asked(CARRIER, forBids, null, PRICE, latest));
        breaksOnly(ENDS_WITHIN_30_DAYS, "/expiresAt", asked(CARRIER, forBids, null, PRICE, NOW));
        breaksOnly(ENDS_WITHIN_30_DAYS, "/expiresAt", asked(CARRIER, forBids, null, PRICE, latest.plusNanos(1)));
    }

    @Test
    void whoCarriesSellsAndWhoOffersNeedsThePermissionOfItsSide() {
        assertEquals(CARRIER, onBids(owner, trip(CARRIER)).seller());
        assertEquals(CARRIER, onBids(CARRIER, null).seller());
        assertEquals(LoadPermissions.POST, onBids(owner, trip(CARRIER)).permission());
        assertEquals(TripPermissions.POST, onBids(CARRIER, null).permission());
    }
}
