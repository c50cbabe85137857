package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.lanerunner.system.Rest.object;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The commands that touch most rows, at the size of their limit: see "Rows a command" in docs/operations/limits.md. What counts is that the work grows no
 * faster than the rows, which does not depend on the machine; the greatest time only tells what is stuck.
 */
@SystemTest
class RowsIT {

    private static final int ON_A_LOAD = 1000;
    private static final int ON_A_TRIP = 50;
    private static final int POSITIONS = 8_000;
    private static final int INVITATIONS = 1000;
    private static final int ATTEMPTS = 3;
    private static final Duration STUCK = Duration.ofSeconds(60);

    private static Parties parties;

    @BeforeAll
    static void meet() {
        parties = new Parties();
        parties.topUp("50000");
    }

    /** Four times the rows take less than eight times the time, with a tenth of a second for what has nothing to do with them. A busy machine gets another go. */
    private static void growsWithTheRows(int most, IntFunction<Runnable> command) {
        long few = 0;
        long many = 0;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            few = millis(command.apply(most / 4));
            many = millis(command.apply(most));
            if (many < 8 * few + 100 && many < STUCK.toMillis()) {
                return;
            }
        }
        fail(most + " rows took " + many + " ms, a quarter of them " + few);
    }

    private static long millis(Runnable command) {
        long start = System.nanoTime();
        command.run();
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    @Test
    void acceptingClosesAThousandOffers() {
        growsWithTheRows(ON_A_LOAD, offers -> {
            String load = parties.postLoad("1000");
            String offer = parties.offer(load);
            Sql.run(Rows.moreOffersOfOthers(offer, offers - 1));
            return () -> {
                parties.accept(offer).expect(200);
                assertEquals(0, openOffers(load));
            };
        });
    }

    @Test
    void changingALoadClosesAThousandOffers() {
        growsWithTheRows(ON_A_LOAD, offers -> {
            String load = parties.postLoad("1000");
            Sql.run(Rows.moreOffersOfOthers(parties.offer(load), offers - 1));
            return () -> parties.shipper()
                    .put("/loads/" + load, parties.load("1200"))
                    .expect(200);
        });
    }

    @Test
    void cancellingALoadClosesAThousandOffers() {
        growsWithTheRows(ON_A_LOAD, offers -> {
            String load = parties.postLoad("1000");
            Sql.run(Rows.moreOffersOfOthers(parties.offer(load), offers - 1));
            return () -> parties.shipper()
                    .post("/loads/" + load + "/cancel", Map.of("reason", "done"))
                    .expect(200);
        });
    }

    /** By the timer, whose turn comes when it comes: no time to be compared. */
    @Test
    void expiringALoadClosesAThousandOffers() {
        String load = parties.postLoad("1000");
        Sql.run(
                Rows.moreOffersOfOthers(parties.offer(load), ON_A_LOAD - 1),
                "UPDATE loads.leg SET expires_at = now() WHERE load_id = '" + load + "'");
        Eventually.get(() -> parties.shipper().get("/loads/" + load).at("/status"), "EXPIRED"::equals);
        assertEquals(0, openOffers(load));
    }

    @Test
    void fiftyBookingsOfATripAreAssignedAndOneOfThemIsCancelled() {
        growsWithTheRows(ON_A_TRIP, count -> {
            Haul haul = new Haul();
            Sql.run(Rows.moreBookingsOnTheTrip(haul.bookingId, count - 1));
            return () -> {
                Rest.post(
                                "/api/trips/" + haul.tripId + "/assign",
                                object("driverId", haul.driverId, "vehicleId", haul.vehicleId),
                                haul.carrier)
                        .expect(200);
                Rest.post("/api/bookings/" + haul.bookingId + "/cancel", object("reason", "no truck"), haul.carrier)
                        .expect(200);
            };
        });
    }

    @Test
    void fiftyBookingsOfATripReachTheirStopsAndOneOfThemIsDelivered() {
        growsWithTheRows(ON_A_TRIP, count -> {
            Haul haul = new Haul().dispatched();
            Sql.run(Rows.moreBookingsOnTheTrip(haul.bookingId, count - 1));
            return () -> {
                haul.report(haul.way()).expect(200);
                assertEquals(
                        count,
                        Sql.number("SELECT count(*) FROM bookings.booking WHERE status = 'AT_DELIVERY' AND trip_id = '"
                                + haul.tripId + "'"));
                Rest.post("/api/bookings/" + haul.bookingId + "/deliver", object("receivedBy", "Bo"), haul.driver)
                        .expect(200);
            };
        });
    }

    @Test
    void aTripTakesNoMoreBookingsThanThat() {
        String trip = parties.postTrip();
        Sql.run(
                "INSERT INTO trips.reservation (booking_id, trip_id, buyer_organisation_id, from_segment, to_segment, whole_vehicle)"
                        + " SELECT gen_random_uuid(), '" + trip
                        + "', gen_random_uuid(), 0, 1, false FROM generate_series(1, 50)");
        assertEquals(
                "trips/full",
                parties.accept(parties.offer(parties.postLoad("1000"), trip))
                        .expect(409)
                        .at("/type"));
    }

    /** What is late has the whole way looked at anew. */
    @Test
    void lateBatchesReadTheWayOnceAndATripHasSoManyPositions() {
        growsWithTheRows(POSITIONS, count -> {
            Haul haul = new Haul().dispatched();
            haul.report(haul.way().subList(1, 2)).expect(200);
            Sql.run(
                    Rows.morePositions(haul.tripId, count),
                    "UPDATE tracking.track SET positions = 199999 WHERE trip_id = '" + haul.tripId + "'");
            return () -> {
                haul.report(haul.way().subList(0, 1)).expect(200);
                haul.report(haul.way().subList(30, 31)).expect(409, "tracking/trip-full");
            };
        });
    }

    @Test
    void removingAMemberEndsAHundredSessionsAndAThousandInvitations() {
        growsWithTheRows(INVITATIONS, count -> {
            Person owner = People.shipper();
            Person member = busyMember(owner, count);
            return () ->
                    Rest.call("DELETE", path(member), null, owner.accessToken()).expect(204);
        });
    }

    @Test
    void takingTheirRolesEndsTheirInvitationsAndOutdatesTheirSessions() {
        growsWithTheRows(INVITATIONS, count -> {
            Person owner = People.shipper();
            Person member = busyMember(owner, count);
            return () -> Rest.call(
                            "PUT", path(member) + "/roles", object("roles", List.of("OFFICE")), owner.accessToken())
                    .expect(200);
        });
    }

    /** A second owner with so many open invitations and a tenth of it in sessions. */
    private static Person busyMember(Person owner, int count) {
        Person member = People.member(owner, "OWNER");
        Rest.post(
                        "/api/organisations/" + owner.organisationId() + "/members",
                        object("email", People.newEmail(), "roles", List.of("OFFICE")),
                        member)
                .expect(201);
        Sql.run(
                Rows.moreSessions(member.personId(), count / 10 - 1),
                Rows.moreInvitations(owner.organisationId(), count / 2));
        return member;
    }

    private static String path(Person member) {
        return "/api/organisations/" + member.organisationId() + "/members/" + member.personId();
    }

    private static long openOffers(String load) {
        return Sql.number("SELECT count(*) FROM deals.offer WHERE status = 'OPEN' AND load_id = '" + load + "'");
    }
}
