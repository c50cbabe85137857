package org.lanerunner.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** The ways to step back: a shipper calls off a load, a carrier cancels a booking, and everything is as it was before. */
final class WaysOut {
    private static final long DOLLARS = 100;

    private final Job job;

    WaysOut(Job job) {
        this.job = job;
    }

    List<Step> steps() {
        return List.of(
                new Step("A way out: the shipper cancels an open load", this::cancelLoad),
                new Step("A way out: the carrier cancels a booking", this::cancelBooking));
    }

    private List<String> cancelLoad() {
        JsonNode load = postLoad();
        JsonNode cancelled = cancel(load);
        Step.require("CANCELLED".equals(cancelled.path("status").asText()), "The load is not cancelled.");
        return List.of(load.path("reference").asText() + " is off the market");
    }

    private List<String> cancelBooking() {
        job.shipper.api().post("/api/wallet/top-ups", Map.of("amount", AgreementSteps.money(DOLLARS)));
        JsonNode before = Wallet.of(job.shipper);
        JsonNode load = postLoad();
        String loadPath = "/api/loads/" + load.path("id").asText();
        JsonNode offer = job.carrier
                .api()
                .post("/api/offers", Map.of("loadId", load.path("id").asText()));
        JsonNode booking = job.shipper
                .api()
                .post("/api/offers/" + offer.path("id").asText() + "/accept", null)
                .path("booking");
        String path = "/api/bookings/" + booking.path("id").asText() + "/cancel";
        JsonNode cancelled = job.carrier.api().post(path, Map.of("reason", "The truck is in the workshop."));
        Step.require("CANCELLED".equals(cancelled.path("status").asText()), "The booking is not cancelled.");
        Step.require(before.equals(Wallet.of(job.shipper)), "The escrow did not come back whole.");
        String loadStatus = job.shipper.api().get(loadPath).path("status").asText();
        Step.require("OPEN".equals(loadStatus), "The load is not open again but " + loadStatus + ".");
        cancel(load);
        return List.of(booking.path("reference").asText() + ": escrow back, "
                + load.path("reference").asText() + " open again under its id");
    }

    private JsonNode cancel(JsonNode load) {
        String path = "/api/loads/" + load.path("id").asText() + "/cancel";
        return job.shipper.api().post(path, Map.of("reason", "The order was withdrawn."));
    }

    private JsonNode postLoad() {
        Map<String, Object> load = Map.of(
                "equipment", PeopleSteps.EQUIPMENT,
                "mode", "PARTIAL",
                "cargo", Map.of("weightKilograms", 900, "pieces", 2),
                "stops", List.of(stop("PICKUP", job.from, 1), stop("DELIVERY", job.to, 2)),
                "price", AgreementSteps.money(DOLLARS));
        return job.shipper.api().post("/api/loads", load);
    }

    private static Map<String, Object> stop(String kind, JsonNode place, int inDays) {
        ZoneId zone = ZoneId.of(place.path("zone").asText());
        LocalDateTime start = LocalDateTime.ofInstant(
                Instant.now().plus(Duration.ofDays(inDays)).truncatedTo(ChronoUnit.HOURS), zone);
        return Map.of(
                "kind", kind,
                "placeId", place.path("id").asText(),
                "windowStart", start.toString(),
                "windowEnd", start.plusHours(4).toString());
    }
}
