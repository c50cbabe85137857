package org.lanerunner.shared.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A path that belongs to no call is kept short, and without what may be a secret. */
class RawCallTest {

    @Test
    void wordsAreKeptAndAllElseIsAStar() {
        assertEquals(
                "GET /api/loads/*/offers", RawCall.of("GET", "/api/loads/018f2c3e-1111-7000-8000-000000000001/offers"));
        assertEquals("POST /api/auth/sign-up/*", RawCall.of("POST", "/api/auth/sign-up/aZ09_-secret"));
    }

    @Test
    void nothingOfALongOneIsKeptButItsBeginning() {
        String call = RawCall.of("X".repeat(5000), "/a".repeat(30_000));
        assertEquals("* /a/a/a/a/a/a", call);
        assertTrue(RawCall.of("GET", "/" + "a".repeat(60_000)).length() < 20);
    }
}
