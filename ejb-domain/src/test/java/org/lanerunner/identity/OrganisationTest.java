package org.lanerunner.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lanerunner.shared.Refusal;

class OrganisationTest {

    private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");
    private static final UUID ADMIN = new UUID(0, 9);

    private final Organisation company =
            Organisation.company(new UUID(0, 1), "Freight Co", OrganisationKind.CARRIER, NOW);

    @Test
    void itIsSuspendedWithAReasonAndReopened() {
        company.suspend("No insurance", "Case 4711", ADMIN, NOW);
        assertTrue(company.isSuspended());
        assertEquals(new Me.Suspension(NOW, "No insurance"), company.suspension());
        assertEquals("Case 4711", company.record(1, "Ann").suspension().note());
        assertEquals("organisations/suspended", slug(() -> company.suspend("again", null, ADMIN, NOW)));
        assertThrows(Refusal.class, () -> company.reopen(" ", ADMIN, NOW));
        company.reopen("Insured again", ADMIN, NOW);
        assertFalse(company.isSuspended());
        assertNull(company.record(1, null).suspension());
        assertEquals("Insured again", company.record(1, null).reopening().reason());
        assertEquals("organisations/not-suspended", slug(() -> company.reopen("again", ADMIN, NOW)));
        company.suspend("No tax number", null, ADMIN, NOW);
        assertNull(company.record(1, "Ann").reopening(), "it is of the time before");
    }

    @Test
    void thePlatformAndOneThatHasClosedAreNot() {
        Organisation platform = Organisation.platform(new UUID(0, 2), NOW);
        assertEquals("organisations/platform", slug(() -> platform.suspend("r", null, ADMIN, NOW)));
        company.close(NOW);
        assertEquals("organisations/closed", slug(() -> company.suspend("r", null, ADMIN, NOW)));
        assertEquals(OrganisationStatus.CLOSED, company.status());
    }

    private static String slug(Runnable change) {
        return assertThrows(Refusal.class, change::run).slug();
    }
}
