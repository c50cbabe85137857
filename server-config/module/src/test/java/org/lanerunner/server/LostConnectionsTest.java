package org.lanerunner.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LostConnectionsTest {

    @ParameterizedTest
    @CsvSource({
        "08006, true",
        "08003, true",
        "57P01, true",
        "57P03, true",
        "25P03, true",
        "57014, false",
        "40P01, false",
        ", false"
    })
    void connectionIsLostWhenTheSessionIsGoneAndNotWhenAStatementWasRefused(String state, boolean lost) {
        assertEquals(lost, new LostConnections().isExceptionFatal(new SQLException("refused", state)));
    }
}
