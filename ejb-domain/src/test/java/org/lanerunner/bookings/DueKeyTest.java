package org.lanerunner.bookings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.Refusal;

class DueKeyTest {

    @Test
    void whatItIsWrittenAsIsReadAgain() {
        DueKey key = new DueKey(UUID.randomUUID(), "contest-answer");
        assertEquals(key, DueKey.of(new PageRequest(key.toString(), 1)));
    }

    @Test
    void theFirstPageComesBeforeEverything() {
        assertEquals(new DueKey(new UUID(0, 0), ""), DueKey.of(new PageRequest(null, 1)));
    }

    @Test
    void whatIsNoKeyIsRefused() {
        for (String after : List.of("x", UUID.randomUUID().toString(), "x.booking-release", ".")) {
            Refusal refused = assertThrows(Refusal.class, () -> DueKey.of(new PageRequest(after, 1)), after);
            assertEquals(Refusal.Kind.INVALID, refused.kind());
        }
    }
}
