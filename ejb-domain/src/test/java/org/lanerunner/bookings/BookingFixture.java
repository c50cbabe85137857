package org.lanerunner.bookings;

import static org.lanerunner.loads.LoadFixture.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.lanerunner.deals.AcceptedOffer;
import org.lanerunner.deals.Fee;
import org.lanerunner.events.EventData;
import org.lanerunner.fleet.Equipment;
import org.lanerunner.loads.OfferedLeg;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Money;
import org.lanerunner.trips.TripAssigned;
import org.lanerunner.trips.TripStatus;
import org.lanerunner.trips.TripView;

/** Bookings made at LoadFixture's now, and what happens to them, heard of a day later. */
final class BookingFixture {

    static final Instant LATER = NOW.plus(Duration.ofHours(24));

    static final Duration MINUTE = Duration.ofMinutes(1);

    private BookingFixture() {}

    static Booking booking(OfferedLeg leg) {
        UUID seller = UUID.randomUUID();
        return booking(leg, trip(leg, seller), null, leg.organisationId(), seller, NOW);
    }

    /** A broker's, which has no trip. */
    static Booking brokers(OfferedLeg leg) {
        return booking(leg, null, null, leg.organisationId(), UUID.randomUUID(), NOW);
    }

    /** A carrier's that carries a broker's. */
    static Booking carrying(OfferedLeg leg, Booking brokers, Instant at) {
        UUID seller = UUID.randomUUID();
        return booking(leg, trip(leg, seller), brokers.id(), brokers.sellerOrganisationId(), seller, at);
    }

    /** Others do the trip since then. */
    static TripAssigned takenOver(Instant from) {
        UUID carrier = UUID.randomUUID();
        return new TripAssigned(
                Caller.system(carrier),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                EventData.none().with("driverId", UUID.randomUUID()).with("vehicleId", UUID.randomUUID()),
                from);
    }

    private static TripView trip(OfferedLeg leg, UUID seller) {
        return new TripView(
                UUID.randomUUID(),
                "T-00000000",
                seller,
                TripStatus.PLANNED,
                Equipment.DRY_VAN,
                leg.cargo(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                NOW,
                LATER,
                false,
                NOW,
                0);
    }

    private static Booking booking(
            OfferedLeg leg, TripView trip, UUID upstreamBookingId, UUID buyer, UUID seller, Instant at) {
        Money price = Money.of("2000.00", "USD");
        Fee fee = new Fee(300, Money.of("60.00", "USD"), Money.of("1940.00", "USD"));
        AcceptedOffer offer = new AcceptedOffer(
                UUID.randomUUID(),
                leg.loadId(),
                leg.id(),
                trip == null ? null : trip.id(),
                trip == null,
                upstreamBookingId,
                buyer,
                seller,
                price,
                fee,
                true);
        return new Booking(UUID.randomUUID(), offer, leg, trip, at);
    }

    static RoadFact fence(Instant at) {
        return RoadFact.byFence(at, LATER, false);
    }

    static RoadFact person(Instant at) {
        return RoadFact.byPerson(UUID.randomUUID(), at, LATER, "no signal");
    }

    static Proof proof(Instant at) {
        return new Proof("Grace", at, LATER, null, null, null);
    }
}
