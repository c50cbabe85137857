package org.lanerunner.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivedEventTest {

    @Test
    void passesOverWhatLaterVersionsAdd() {
        UUID id = UUID.randomUUID();
        ReceivedEvent event = ReceivedEvent.of("""
                {"specversion":"1.0","id":"%s","type":"lanerunner.load.posted.v7","subject":"%s","sequence":"000000000012","time":"2026-11-20T08:00:00Z",
                 "data":{"new":[1]},"later":{"x":1}}""".formatted(id, id));
        assertEquals("load.posted", event.type());
        assertEquals(7, event.version());
        assertEquals(12, event.sequence());
        assertEquals(1, event.data().at("/new/0").asInt());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "{", "{}", "{\"type\":\"other.load.posted.v1\"}", "{\"type\":\"lanerunner.load\"}"})
    void refusesWhatIsNoEvent(String text) {
        assertThrows(IllegalArgumentException.class, () -> ReceivedEvent.of(text));
    }
}
