package org.lanerunner.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TextTest {

    @Test
    void blankIsNothing() {
        assertNull(Text.optional(" \n", 10, "/name"));
        assertThrows(Refusal.class, () -> Text.required("  ", 10, "/name"));
    }

    @Test
    void scriptsAndEmojiStay() {
        assertEquals("田中さん 👩‍👩‍👧", Text.required("田中さん 👩‍👩‍👧", 20, "/name"));
    }

    @Test
    void lengthCountsCharactersNotHalves() {
        assertEquals("🚚🚚", Text.required("🚚🚚", 2, "/name"));
        assertThrows(Refusal.class, () -> Text.required("🚚🚚🚚", 2, "/name"));
    }

    @Test
    void controlCharactersAndHalvesAreRefused() {
        assertThrows(Refusal.class, () -> Text.optional("a\u0000b", 10, "/name"));
        assertThrows(Refusal.class, () -> Text.optional("a\u001bb", 10, "/name"));
        assertThrows(Refusal.class, () -> Text.optional("a\ud800b", 10, "/name"));
    }
}
