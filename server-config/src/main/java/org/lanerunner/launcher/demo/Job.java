package org.lanerunner.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.lanerunner.tracks.Journey;

/** What the steps know about the load that is being carried. */
final class Job {
    /** The driver's number, from which every run makes names of its own. */
    int run;

    Person administrator;
    Person shipper;
    Person carrier;
    Person driver;
    UUID driverId;
    UUID vehicleId;

    Journey journey;
    JsonNode from;
    JsonNode to;

    LocalDate postedOn;
    JsonNode load;
    JsonNode trip;
    JsonNode offer;
    JsonNode booking;
    UUID photoId;
    BigDecimal shipperHad;
    BigDecimal carrierHad;
    Optional<LiveView> live = Optional.empty();

    String bookingPath() {
        return "/api/bookings/" + booking.path("id").asText();
    }

    /** The booking as its shipper sees it now. */
    JsonNode bookingNow() {
        booking = shipper.api().get(bookingPath());
        return booking;
    }
}
