package org.lanerunner.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What the API answers, in words for the console. */
final class Said {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Said() {}

    /** {@code 850.00 USD}. */
    static String money(JsonNode money) {
        return money.path("amount").asText() + " " + money.path("currency").asText();
    }

    static BigDecimal amount(JsonNode money) {
        return new BigDecimal(money.path("amount").asText("0"));
    }

    /** {@code Chicago, IL}. */
    static String place(JsonNode place) {
        String region = place.path("region").asText("");
        String country = place.path("country").asText("");
        return place.path("name").asText() + ", " + (country.equals("US") && !region.isEmpty() ? region : country);
    }

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    static String time(JsonNode instant) {
        return time(Instant.parse(instant.asText()));
    }

    static String kilometers(double meters) {
        return String.format(Locale.ROOT, meters < 10_000 ? "%.2f km" : "%.0f km", meters / 1000);
    }
}
