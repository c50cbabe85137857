package org.lanerunner.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lanerunner.launcher.Console;
import org.lanerunner.places.GreatCircle;
import org.lanerunner.tracks.Track.Fix;

/** The steps on the road: dispatched, driven with positions in batches, arrived by the fences alone, delivered with a proof. */
final class RoadSteps {
    private static final int LARGEST_BATCH = 1000;
    private static final Duration BATCH = Duration.ofMillis(200);

    /** A fix that is this many radii from the stop's point counts as outside of the fence by every rule. */
    private static final double AWAY = 1.5;

    private final Job job;
    private final Way way;
    private final Console console;
    private long drivingSince;

    RoadSteps(Job job, Way way, Console console) {
        this.job = job;
        this.way = way;
        this.console = console;
    }

    List<Step> steps() {
        return List.of(
                new Step("The carrier dispatches the truck", this::dispatch),
                new Step("The truck drives, its positions go out", this::drive),
                new Step("The driver delivers with a photo as proof", this::deliver),
                new Step("The truck drives on", this::driveOn));
    }

    private List<String> dispatch() {
        String at = job.journey.startsAt().toString();
        JsonNode booking = job.carrier.api().post(job.bookingPath() + "/dispatch", Map.of("occurredAt", at));
        Step.require("DISPATCHED".equals(booking.path("status").asText()), "The booking is not dispatched.");
        return List.of("at " + Said.time(job.journey.startsAt()) + " UTC, added later");
    }

    private List<String> drive() {
        int sent;
        try (LiveView live =
                LiveView.open(job.shipper, job.booking.path("id").asText(), line -> console.say("      " + line))) {
            drivingSince = System.nanoTime();
            sent = send(0, job.journey.deliveryIndex() + 1);
            Wait.until(
                    "the arrival at the delivery", this::bookingNow, booking -> "AT_DELIVERY".equals(status(booking)));
            live.await("booking.arrived");
            live.await("booking.departed");
            live.awaitPosition();
            JsonNode stops = job.booking.path("stops");
            Step.require(
                    stops.get(0).path("arrivedAlreadyThere").asBoolean(),
                    "The truck was at the pickup, and is not marked as already there.");
            return List.of(
                    sent + " positions; " + live.positions() + " of them came live to the shipper's map",
                    "at the pickup " + Said.time(stops.get(0).path("arrivedAt")) + " (already there), left it "
                            + Said.time(stops.get(0).path("departedAt")) + ", at the delivery "
                            + Said.time(stops.get(1).path("arrivedAt"))
                            + " UTC, all by the fences");
        }
    }

    private List<String> deliver() {
        Fix there = job.journey.delivery();
        String bookingId = job.booking.path("id").asText();
        JsonNode photo = job.driver
                .api()
                .upload("/api/documents", "pallets.png", "image/png", ProofPhoto.png(), Map.of("bookingId", bookingId));
        Map<String, Object> proof = new LinkedHashMap<>();
        proof.put("occurredAt", there.time().toString());
        proof.put("receivedBy", "Robin Walsh");
        proof.put("latitude", there.latitude());
        proof.put("longitude", there.longitude());
        proof.put("documentId", photo.path("id").asText());
        JsonNode booking = job.driver.api().post(job.bookingPath() + "/deliver", proof);
        Step.require("DELIVERED".equals(status(booking)), "The booking is not delivered.");
        return List.of("handed to Robin Walsh; photo of "
                + photo.path("sizeBytes").asText() + " bytes; without the shipper's word the money is released "
                + Said.time(booking.path("releaseDueAt")) + " UTC");
    }

    private List<String> driveOn() {
        int first = job.journey.deliveryIndex() + 1;
        int last = job.journey.fixes().size();
        if (first == last) {
            return List.of("the track ends at the delivery");
        }
        int sent = send(first, last);
        if (job.journey.fixes().subList(first, last).stream().anyMatch(this::isAway)) {
            Wait.until("the departure from the delivery", this::bookingNow, booking -> booking.path("stops")
                    .get(1)
                    .hasNonNull("departedAt"));
        }
        JsonNode departed = bookingNow().path("stops").get(1).path("departedAt");
        return List.of(sent + " positions"
                + (departed.isTextual() ? "; left the delivery " + Said.time(departed) + " UTC" : ""));
    }

    private boolean isAway(Fix fix) {
        Fix delivery = job.journey.delivery();
        double meters =
                GreatCircle.distanceMeters(delivery.latitude(), delivery.longitude(), fix.latitude(), fix.longitude());
        return meters > AWAY * job.journey.fenceRadiusMeters();
    }

    private JsonNode bookingNow() {
        return job.bookingNow();
    }

    /** Sends the fixes from one index up to, but not including, another, each no sooner than it is due. Returns how many there were. */
    private int send(int from, int before) {
        int next = from;
        while (next < before) {
            Wait.pause(due(next).minus(driven()));
            int until = next + 1;
            Duration ready = driven().plus(BATCH);
            while (until < before && until - next < LARGEST_BATCH && due(until).compareTo(ready) <= 0) {
                until++;
            }
            send(job.journey.fixes().subList(next, until));
            next = until;
        }
        return before - from;
    }

    private void send(List<Fix> fixes) {
        List<Map<String, Object>> positions = new ArrayList<>(fixes.size());
        for (Fix fix : fixes) {
            positions.add(
                    Map.of("at", fix.time().toString(), "latitude", fix.latitude(), "longitude", fix.longitude()));
        }
        Map<String, Object> batch = Map.of("tripId", job.trip.path("id").asText(), "positions", positions);
        JsonNode receipt = job.driver.api().post("/api/tracking/positions", batch);
        int taken =
                receipt.path("accepted").asInt() + receipt.path("duplicates").asInt();
        Step.require(
                taken == fixes.size(),
                "Of " + fixes.size() + " positions " + taken + " were taken: " + receipt.path("refused") + ".");
    }

    private Duration driven() {
        return Duration.ofNanos(System.nanoTime() - drivingSince);
    }

    /** When a fix is due: with a stated speed in proportion to its time, otherwise in proportion to its place in the track. */
    private Duration due(int index) {
        double part = way.speed().isPresent()
                ? (double) Duration.between(
                                        job.journey.startsAt(),
                                        job.journey.fixes().get(index).time())
                                .toMillis()
                        / Duration.between(job.journey.startsAt(), job.journey.endsAt())
                                .toMillis()
                : (double) index / job.journey.fixes().size();
        return Duration.ofMillis(Math.round(part * way.length(job.journey).toMillis()));
    }

    private static String status(JsonNode booking) {
        return booking.path("status").asText();
    }
}
