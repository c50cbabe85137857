package org.lanerunner.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The people who take part: the administrator, a shipper, and a carrier with a driver and a vehicle. */
final class PeopleSteps {
    static final String EQUIPMENT = "DRY_VAN";
    static final Map<String, Object> CAPACITY =
            Map.of("weightKilograms", 20_000, "volumeCubicMeters", 82, "loadingMeters", 13.6);
    private static final List<String> DRIVERS =
            List.of("Grace Novak", "Linus Okoro", "Maria Keller", "Tomas Rivera", "Aiko Lund");

    private final Job job;
    private final People people;
    private final Optional<String> setupToken;

    PeopleSteps(Job job, People people, Optional<String> setupToken) {
        this.job = job;
        this.people = people;
        this.setupToken = setupToken;
    }

    List<Step> steps() {
        return List.of(
                new Step("The administrator signs in", this::administrator),
                new Step("The shipper signs in", this::shipper),
                new Step("The carrier signs in", this::carrier),
                new Step("The carrier adds a vehicle and a driver", this::fleet),
                new Step("The driver takes the invitation", this::driver));
    }

    private List<String> administrator() {
        job.administrator = people.administrator(setupToken);
        return List.of(job.administrator.email());
    }

    private List<String> shipper() {
        job.shipper = people.owner("SHIPPER", "shipper", "Sam Torres", "Lakeside Foods");
        return signedIn(job.shipper);
    }

    private List<String> carrier() {
        job.carrier = people.owner("CARRIER", "carrier", "Cora Jensen", "Prairie Freight");
        return signedIn(job.carrier);
    }

    private static List<String> signedIn(Person person) {
        JsonNode me = person.api().get("/api/me");
        Step.require(
                me.path("testMoney").asBoolean(),
                "The server does not book with test money, so the demo can't pay with it.");
        return List.of(
                person.email() + " for " + me.path("organisation").path("name").asText());
    }

    private List<String> fleet() {
        String plate = String.format("LR %03d", job.run);
        Map<String, Object> vehicle =
                Map.of("name", "Truck " + job.run, "plate", plate, "equipment", EQUIPMENT, "capacity", CAPACITY);
        JsonNode added = job.carrier.api().post("/api/vehicles", vehicle);
        job.vehicleId = UUID.fromString(added.path("id").asText());
        JsonNode record = job.carrier
                .api()
                .post("/api/drivers", Map.of("name", driverName(), "phone", "+1 312 555 01" + two(job.run)));
        job.driverId = UUID.fromString(record.path("id").asText());
        return List.of("Truck " + job.run + ", " + plate + ", " + EQUIPMENT + " for 20,000 kg; driver " + driverName());
    }

    private List<String> driver() {
        job.driver = people.driver(job.carrier, job.run, driverName(), job.driverId);
        Step.require(
                job.carrier.organisationId().equals(job.driver.organisationId()),
                "The driver is not of the carrier's organisation.");
        return List.of(job.driver.email() + ", with a password of their own");
    }

    private String driverName() {
        return DRIVERS.get((job.run - 1) % DRIVERS.size());
    }

    private static String two(int number) {
        return String.format("%02d", number % 100);
    }
}
