package org.lanerunner.outbound.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedTest {

    @ParameterizedTest
    @CsvSource({
        "550 5.1.1 <ann.other+x@lanes.example>: unknown, 550 5.1.1 <…@lanes.example>: unknown",
        "RCPT TO:<jürgen@пример.example>, RCPT TO:<…@пример.example>",
        "The number +12015550123 is not valid, The number …23 is not valid",
        "'Couldn''t connect to host, port: 127.0.0.1, 21013; timeout 5000', 'Couldn''t connect to host, port: 127.0.0.1, 21013; timeout 5000'"
    })
    void whatIsSaidNamesNobody(String said, String masked) {
        assertEquals(masked, Masked.text(said));
    }
}
