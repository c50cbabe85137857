package org.lanerunner.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionTest {

    private static Position position(Double accuracy, Double speed, Double heading) {
        return new Position(Instant.EPOCH, 41, -87, accuracy, speed, heading);
    }

    @Test
    void whatAPhoneWritesForUnknownIsUnknown() {
        assertEquals(position(null, null, null), position(0.0, -1.0, -1.0));
        assertEquals(position(5.0, 0.0, 0.0), new Position(Instant.EPOCH, 41, -87, 5.0, 0.0, 0.0));
        assertNull(position(0.0, -1.0, -1.0).fault());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "5, 22, 360, null",
                "null, null, null, null",
                "-1, 22, 90, ACCURACY",
                "2000000, 22, 90, ACCURACY",
                "5, 1001, 90, SPEED",
                "5, 22, 361, HEADING"
            })
    void whatNoPhoneMeansIsAFault(Double accuracy, Double speed, Double heading, PositionFault fault) {
        assertEquals(fault, position(accuracy, speed, heading).fault());
    }
}
