package org.lanerunner.system;

import static org.lanerunner.system.Rest.object;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;

/** A shipper and a carrier who do so much business with each other that every list of theirs is longer than a page. */
final class ListWorld {

    private static final String CHICAGO = "city:4887398";
    private static final String MILWAUKEE = "city:5263045";
    private static final int AT_ONCE = 4;

    final Person shipper = People.shipper();
    final Person carrier = People.carrier();
    private UUID contest;
    final List<UUID> bookings = Collections.synchronizedList(new ArrayList<>());

    ListWorld() {
        Rest.post("/api/wallet/top-ups", object("amount", AccessWorld.money("900000.00")), shipper)
                .expect(201);
    }

    /** So many drivers, vehicles, market trips, open loads with an offer each, and bookings with a trip each. */
    ListWorld grow(int rows) {
        parallel(rows, () -> {
            driver();
            vehicle();
            trip(20_000);
            offer(load("PARTIAL"), null);
            bookings.add(book(null));
        });
        return this;
    }

    UUID driver() {
        return Rest.post("/api/drivers", object("name", "Dana Driver"), carrier)
                .expect(201)
                .id();
    }

    UUID vehicle() {
        String plate = "LR " + UUID.randomUUID().toString().substring(0, 8);
        return Rest.post(
                        "/api/vehicles",
                        object(
                                "name",
                                "Truck",
                                "plate",
                                plate,
                                "equipment",
                                "DRY_VAN",
                                "capacity",
                                AccessWorld.capacity()),
                        carrier)
                .expect(201)
                .id();
    }

    UUID trip(int weightKilograms) {
        return Rest.post(
                        "/api/trips",
                        object(
                                "equipment",
                                "DRY_VAN",
                                "capacity",
                                object("weightKilograms", weightKilograms),
                                "stops",
                                List.of(
                                        object("placeId", CHICAGO, "at", local(1)),
                                        object("placeId", MILWAUKEE, "at", local(24)))),
                        carrier)
                .expect(201)
                .id();
    }

    UUID load(String mode) {
        return Rest.post(
                        "/api/loads",
                        object(
                                "equipment",
                                "DRY_VAN",
                                "mode",
                                mode,
                                "cargo",
                                object("weightKilograms", 100),
                                "price",
                                AccessWorld.money("90.00"),
                                "stops",
                                List.of(stop("PICKUP", CHICAGO, 6), stop("DELIVERY", MILWAUKEE, 30))),
                        shipper)
                .expect(201)
                .id();
    }

    UUID offer(UUID load, UUID trip) {
        return Rest.post("/api/offers", object("loadId", load, "tripId", trip), carrier)
                .expect(201)
                .id();
    }

    /** @param trip null for one of its own */
    UUID book(UUID trip) {
        UUID offer = offer(load("PARTIAL"), trip);
        return UUID.fromString(Rest.post("/api/offers/" + offer + "/accept", null, shipper)
                .expect(200)
                .body()
                .at("/booking/id")
                .asText());
    }

    /** So many bookings that wait for an administrator, each with what both sides show; longer than those of others, which may show nothing. @return one of the contests */
    UUID contests(int number) {
        if (contest != null) {
            return contest;
        }
        UUID photo = UUID.fromString(
                Upload.png("/api/documents", null, shipper).expect(201).text("id"));
        for (UUID booking : bookings.subList(0, number)) {
            contest = UUID.randomUUID();
            Sql.run(
                    "INSERT INTO disputes.contest (id, booking_id, booking_reference, buyer_organisation_id, seller_organisation_id, price_minor, fee_minor, currency,"
                            + " test_money, status, reason, words, contested_by, contested_at, answer_due_at, queued_at, version) VALUES ('"
                            + contest + "', '" + booking + "', 'B-LISTED', '" + shipper.organisationId() + "', '"
                            + carrier.organisationId()
                            + "', 9000, 270, 'USD', true, 'AWAITING_DECISION', 'LATE', 'late', '"
                            + shipper.personId() + "', now(), now(), '2000-01-01', 0)",
                    "INSERT INTO disputes.evidence (contest_id, side, position, document_id) VALUES ('" + contest
                            + "', 'BUYER', 0, '" + photo + "'), ('" + contest + "', 'SELLER', 0, '" + photo + "')");
        }
        return contest;
    }

    /** Does something so often, four at a time. */
    static void parallel(int times, Runnable action) {
        List<Callable<Void>> workers = new ArrayList<>();
        for (int worker = 0; worker < AT_ONCE; worker++) {
            int first = worker;
            workers.add(() -> {
                for (int i = first; i < times; i += AT_ONCE) {
                    action.run();
                }
                return null;
            });
        }
        AtOnce.all(workers);
    }

    private static Map<String, Object> stop(String kind, String placeId, int toHours) {
        return object("kind", kind, "placeId", placeId, "windowStart", local(-1), "windowEnd", local(toHours));
    }

    private static String local(int hoursFromNow) {
        return LocalDateTime.now(ZoneId.of("America/Chicago"))
                .plusHours(hoursFromNow)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
