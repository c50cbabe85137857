package org.lanerunner.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LatelyTest {

    private final Lately<Integer, String> lately = new Lately<>(100);

    @Test
    void neverHoldsMoreThanSoMany() {
        for (int i = 0; i < 10_000; i++) {
            lately.put(i, "found " + i);
            assertTrue(lately.size() <= 100);
            assertEquals("found " + i, lately.get(i));
        }
    }

    @Test
    void whatIsAskedForStaysAndWhatIsNotGoes() {
        lately.put(-1, "asked for");
        lately.put(-2, "not asked for");
        for (int i = 0; i < 1_000; i++) {
            lately.put(i, "other");
            assertEquals("asked for", lately.get(-1));
        }
        assertNull(lately.get(-2));
    }

    @Test
    void theLastThatWasFoundCounts() {
        lately.put(-1, "before");
        for (int i = 0; i < 60; i++) {
            lately.put(i, "other");
        }
        lately.put(-1, "now");
        assertEquals("now", lately.get(-1));
    }
}
