package org.lanerunner.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The last steps: the proof is accepted, the money arrives, and everybody is told. */
final class MoneySteps {
    private static final List<String> TOLD = List.of(
            "booking.confirmed",
            "payment.escrowed",
            "booking.dispatched",
            "booking.arrived",
            "booking.departed",
            "booking.delivered",
            "booking.proof-accepted",
            "payment.released",
            "booking.settled");

    private final Job job;

    MoneySteps(Job job) {
        this.job = job;
    }

    List<Step> steps() {
        return List.of(
                new Step("The shipper accepts the proof", this::acceptProof),
                new Step("The money is where it belongs", this::money),
                new Step("The booking's timeline", this::timeline),
                new Step("The lane report of the day", this::laneReport));
    }

    private List<String> acceptProof() {
        JsonNode booking = job.shipper.api().post(job.bookingPath() + "/accept-proof", null);
        Step.require("SETTLED".equals(booking.path("status").asText()), "The booking is not settled.");
        JsonNode load =
                job.shipper.api().get("/api/loads/" + job.load.path("id").asText());
        Step.require("SETTLED".equals(load.path("status").asText()), "The load is not settled.");
        JsonNode trip =
                job.carrier.api().get("/api/trips/" + job.trip.path("id").asText());
        Step.require("COMPLETED".equals(trip.path("status").asText()), "The trip is not completed.");
        return List.of("booking and load settled, trip completed");
    }

    private List<String> money() {
        BigDecimal price = Said.amount(job.booking.path("price"));
        BigDecimal fee = Said.amount(job.booking.path("fee"));
        JsonNode shipper = Wallet.of(job.shipper);
        JsonNode carrier = Wallet.of(job.carrier);
        BigDecimal paid = job.shipperHad.subtract(Said.amount(shipper.path("available")));
        BigDecimal earned = Said.amount(carrier.path("available")).subtract(job.carrierHad);
        Step.require(paid.compareTo(price) == 0, "The shipper paid " + paid + ", not " + price + ".");
        Step.require(
                earned.compareTo(price.subtract(fee)) == 0,
                "The carrier got " + earned + ", not " + price.subtract(fee) + ".");
        Step.require(
                moved(job.shipper).compareTo(price.negate()) == 0, "The shipper's postings don't add up to the price.");
        Step.require(
                moved(job.carrier).compareTo(earned) == 0, "The carrier's postings don't add up to what it earned.");
        return List.of(
                "shipper: " + job.shipperHad + " → " + Said.money(shipper.path("available")) + ", in escrow "
                        + Said.money(shipper.path("escrowed")),
                "carrier: " + job.carrierHad + " → " + Said.money(carrier.path("available")) + "; the platform keeps "
                        + fee + " USD",
                "the postings of both sides add up");
    }

    /** The sum that was posted for the booking on an organisation's accounts. */
    private BigDecimal moved(Person person) {
        BigDecimal sum = BigDecimal.ZERO;
        String after = "";
        while (after != null) {
            JsonNode page = person.api().get("/api/wallet/postings?limit=100" + after);
            for (JsonNode posting : page.path("items")) {
                if (posting.path("bookingId")
                        .asText()
                        .equals(job.booking.path("id").asText())) {
                    sum = sum.add(Said.amount(posting.path("amount")));
                }
            }
            after = page.hasNonNull("next") ? "&after=" + page.path("next").asText() : null;
        }
        return sum;
    }

    private List<String> timeline() {
        JsonNode events =
                job.shipper.api().get(job.bookingPath() + "/timeline?limit=100").path("items");
        List<String> told = new ArrayList<>();
        List<String> types = new ArrayList<>();
        for (JsonNode event : events) {
            String type = event.path("type").asText();
            types.add(type);
            if (!type.equals("location.reported")) {
                JsonNode data = event.path("data");
                told.add(Said.time(event.path("occurredAt")) + "  " + type
                        + (data.has("stop") ? ", stop " + data.path("stop").asText() : ""));
            }
        }
        for (String type : TOLD) {
            Step.require(types.contains(type), "The timeline does not tell of " + type + ".");
        }
        return told;
    }

    private List<String> laneReport() {
        JsonNode run = job.administrator.api().post("/api/reports/lanes/runs", Map.of("date", job.postedOn.toString()));
        String path = "/api/reports/lanes/runs/" + run.path("id").asText();
        JsonNode done = Wait.until(
                "the end of the lane report's run",
                () -> job.administrator.api().get(path),
                now -> Set.of("DONE", "FAILED").contains(now.path("status").asText()));
        Step.require("DONE".equals(done.path("status").asText()), "The lane report's run failed.");
        JsonNode report = job.administrator.api().get("/api/reports/lanes?date=" + job.postedOn);
        List<String> told = new ArrayList<>();
        told.add("business date " + report.path("date").asText() + " in "
                + report.path("zone").asText() + ", up to " + Said.time(report.path("upTo")) + " UTC");
        told.add(String.format(
                Locale.ROOT,
                "%-16s %-9s %6s %6s  %-20s %8s",
                "lane",
                "currency",
                "posted",
                "booked",
                "rate/km low-mid-high",
                "empty km"));
        for (JsonNode row : report.path("rows")) {
            told.add(String.format(
                    Locale.ROOT,
                    "%-16s %-9s %6s %6s  %-20s %8s",
                    row.path("originRegion").asText() + " → "
                            + row.path("destinationRegion").asText(),
                    row.path("currency").asText(),
                    row.path("loadsPosted").asText(),
                    row.path("loadsBooked").asText(),
                    rate(row, "Low") + "-" + rate(row, "Median") + "-" + rate(row, "High"),
                    row.path("emptyKilometers").asText()));
        }
        Step.require(report.path("rows").size() > 0, "The lane report is empty.");
        return told;
    }

    private static String rate(JsonNode row, String which) {
        return row.path("ratePerKilometer" + which).path("amount").asText("?");
    }
}
