package org.lanerunner.deals;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Predicate;
import org.lanerunner.shared.Money;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Rule;
import org.lanerunner.trips.TripStatus;

/** The rules of who may offer what to whom, in the order in which they are asked. */
enum OfferRule implements Rule<OfferAsked> {
    BROKER_NAMES_THE_OWN_BOOKING(
            asked -> !asked.covers() || asked.coversOwnBooking(), asked -> Refusal.unknown("/bookingId")),

    ONE_CARRIER_A_BOOKING(
            asked -> !asked.coversOwnBooking() || !asked.leg().broker().covered(),
            asked -> Refusal.conflict("bookings/covered", "A carrier carries this already.")),

    BROKER_COVERS_IN_TIME(
            asked -> !asked.coversOwnBooking()
                    || asked.now().isBefore(asked.leg().expiresAt()),
            asked -> Refusal.conflict(
                    "offers/too-late",
                    "The time to deliver this was over at " + asked.leg().expiresAt() + ".")),

    LEG_IS_OPEN(
            asked -> asked.leg().takesOffersFor(asked.request().bookingId(), asked.now()),
            asked -> Refusal.conflict("loads/not-open", "This load is not open.")),

    BROKER_NAMES_NO_TRIP(
            asked -> !asked.brokered() || !(asked.byBuyer() || asked.namesTrip()),
            asked -> Refusal.invalid("/brokered", "Who has it carried by another sells carriage and names no trip.")),

    /** A carrier needs no trip yet: accepting makes one. */
    BUYER_NAMES_A_TRIP(
            asked -> !asked.byBuyer() || asked.namesTrip(),
            asked -> Refusal.invalid("/tripId", "Say which trip should carry your load.")),

    NAMED_TRIP_IS_SEEN(asked -> !asked.namesTrip() || asked.seesTrip(), asked -> Refusal.unknown("/tripId")),

    BUYER_NAMES_SOMEBODY_ELSES_TRIP(
            asked -> !(asked.byBuyer() && asked.ownTrip()),
            asked -> Refusal.invalid("/tripId", "Your own trip needs no offer.")),

    /** Otherwise the load's owner would learn both prices. */
    BROKER_NAMES_NO_TRIP_OF_THE_LOADS_OWNER(
            asked -> !(asked.covers() && asked.ownersTrip()),
            asked -> Refusal.invalid("/tripId", "Who bought this carriage from you can't carry it for you.")),

    CARRIER_NAMES_AN_OWN_TRIP(
            asked -> asked.byBuyer() || !asked.seesTrip() || asked.ownTrip(),
            asked -> Refusal.invalid("/tripId", "Offer one of your own trips.")),

    TRIP_IS_OPEN(
            asked -> !asked.seesTrip()
                    || asked.trip().status() == TripStatus.PLANNED
                    || asked.trip().status() == TripStatus.IN_PROGRESS,
            asked -> Refusal.conflict("trips/not-open", "This trip takes nothing more.")),

    RIGHT_EQUIPMENT(
            asked ->
                    !asked.seesTrip() || asked.trip().equipment() == asked.leg().equipment(),
            asked -> Refusal.conflict(
                    "trips/wrong-equipment",
                    "The load needs " + asked.leg().equipment() + ", the trip has "
                            + asked.trip().equipment() + ".")),

    FIXED_PRICE_STAYS(
            asked -> !asked.fixedPrice()
                    || asked.request().price() == null
                    || asked.request().price().equals(asked.leg().price()),
            asked -> Refusal.invalid(
                    "/price", "This load has the fixed price " + asked.leg().price() + ".")),

    PRICE_IN_THE_LOADS_CURRENCY(
            asked -> asked.fixedPrice()
                    || OfferRule.isPriceIn(
                            asked.leg().currency(), asked.request().price()),
            asked -> Refusal.invalid(
                    "/price", "A price above zero in " + asked.leg().currency() + " is needed.")),

    ENDS_WITHIN_30_DAYS(
            asked -> asked.request().expiresAt() == null
                    || (asked.request().expiresAt().isAfter(asked.now())
                            && !asked.request().expiresAt().isAfter(asked.now().plus(Duration.ofDays(30)))),
            asked -> Refusal.invalid("/expiresAt", "An offer ends later than now and within 30 days."));

    private final Predicate<OfferAsked> holds;
    private final Function<OfferAsked, Refusal> refusal;

    OfferRule(Predicate<OfferAsked> holds, Function<OfferAsked, Refusal> refusal) {
        this.holds = holds;
        this.refusal = refusal;
    }

    @Override
    public boolean holds(OfferAsked asked) {
        return holds.test(asked);
    }

    @Override
    public Refusal refusal(OfferAsked asked) {
        return refusal.apply(asked);
    }

    static boolean isPriceIn(String currency, Money price) {
        return price != null && price.positive() && price.currency().equals(currency);
    }
}
