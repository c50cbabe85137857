package org.lanerunner.shared.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostlyReadsTest {

    @ParameterizedTest(name = "{0} processors, {1} connections: {2} at once")
    @CsvSource({"2, 20, 4", "10, 20, 6", "64, 20, 6", "64, 300, 100", "1, 2, 1"})
    void twoAProcessorButNeverMoreThanAThirdOfTheConnections(int processors, int connections, int atOnce) {
        assertEquals(atOnce, CostlyReads.atOnce(processors, connections));
    }
}
