package org.lanerunner.loads;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.lanerunner.loads.LoadFixture.NOW;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lanerunner.shared.Refusal;

class LoadPlanTest {

    private static final String END = "/stops/0/windowEnd";

    @ParameterizedTest
    @CsvSource({
        "PT0S, The window has no length: it ends when it starts.",
        "PT-1M, The window ends before it starts.",
        "P62DT1M, A window is no longer than 62 days."
    })
    void aWindowIsRefusedForWhatIsWrongWithIt(Duration length, String detail) {
        Refusal refusal = assertThrows(Refusal.class, () -> LoadPlan.checkLength(NOW, NOW.plus(length), END));
        assertEquals(List.of(new Refusal.Violation(END, detail)), refusal.violations());
    }

    @Test
    void theShortestAndTheLongestWindowAreTaken() {
        assertDoesNotThrow(() -> LoadPlan.checkLength(NOW, NOW.plus(Duration.ofMinutes(1)), END));
        assertDoesNotThrow(() -> LoadPlan.checkLength(NOW, NOW.plus(Duration.ofDays(62)), END));
    }
}
