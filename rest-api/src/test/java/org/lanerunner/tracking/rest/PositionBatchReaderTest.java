package org.lanerunner.tracking.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lanerunner.shared.Refusal;
import org.lanerunner.tracking.Position;

class PositionBatchReaderTest {

    private static PositionBatchReader.Batch read(String body) {
        return PositionBatchReader.read(body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void plainBatchesAreRead() {
        UUID trip = UUID.randomUUID();
        PositionBatchReader.Batch batch = read("{\"tripId\":\"" + trip
                + "\",\"positions\":[{\"at\":\"2026-11-20T08:00:00.1234567Z\",\"latitude\":41.5,"
                + "\"longitude\":-87,\"accuracyMeters\":5,\"speedMetersPerSecond\":null,\"headingDegrees\":90.5}]}");
        assertEquals(trip, batch.tripId());
        assertEquals(
                List.of(new Position(Instant.parse("2026-11-20T08:00:00.123456Z"), 41.5, -87, 5.0, null, 90.5)),
                batch.positions());
    }

    @Test
    void longNumbersAreRefusedAsEverywhere() {
        String number = "1." + "0".repeat(100);
        Refusal refusal = assertThrows(
                Refusal.class,
                () -> read("{\"positions\":[{\"at\":\"2026-11-20T08:00:00Z\",\"latitude\":2,\"longitude\":" + number
                        + "}]}"));
        assertEquals("/positions/0/longitude", refusal.violations().get(0).pointer());
    }

    @Test
    void offsetsAndAnAbsentTripAreReadToo() {
        PositionBatchReader.Batch batch = read(
                "{\"tripId\":null,\"positions\":[{\"at\":\"2026-11-20T10:00:00+02:00\",\"latitude\":1,\"longitude\":2}]}");
        assertEquals(
                Instant.parse("2026-11-20T08:00:00Z"), batch.positions().get(0).at());
        assertEquals(0, read("{\"positions\":[]}").positions().size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"positions":[{"at":"2026-11-20T08:00:00Z","latitude":"1","longitude":2}]}             | request/invalid   | /positions/0/latitude
            {"positions":[{"at":"2026-11-20T08:00:00Z","longitude":2}]}                            | request/invalid   | /positions/0/latitude
            {"positions":[{"at":"2026-11-20T08:00:00Z","latitude":1e999,"longitude":2}]}           | request/invalid   | /positions/0/latitude
            {"positions":[{"at":"2026-11-20T08:00:00Z","latitude":1e2147483648,"longitude":2}]}    | request/invalid   | /positions/0/latitude
            {"positions":[{"at":"+999999999-12-31T00:00:00Z","latitude":1,"longitude":2}]}         | request/invalid   | /positions/0/at
            {"positions":[{"at":"-5000-12-31T00:00:00Z","latitude":1,"longitude":2}]}              | request/invalid   | /positions/0/at
            {"positions":[{"at":1763625600,"latitude":1,"longitude":2}]}                           | request/invalid   | /positions/0/at
            {"positions":[{"latitude":1,"longitude":2}]}                                           | request/invalid   | /positions/0/at
            {"positions":[null]}                                                                   | request/invalid   | /positions/0
            {"positions":[],"extra":1}                                                             | request/invalid   | /extra
            {"positions":[],"positions":[]}                                                        | request/invalid   | /positions
            {"tripId":"x","positions":[]}                                                          | request/invalid   | /tripId
            {}                                                                                     | request/invalid   | /positions
            {"positions":[{"at":"x"}]}}                                                            | request/malformed |
            {"positions":[{"at":"x"                                                                | request/malformed |
            """)
    void otherBodiesAreRefusedAsEverywhere(String body, String slug, String pointer) {
        Refusal refusal = assertThrows(Refusal.class, () -> read(body));
        assertEquals(slug, refusal.slug());
        if (pointer != null) {
            assertEquals(pointer, refusal.violations().get(0).pointer());
        }
    }
}
