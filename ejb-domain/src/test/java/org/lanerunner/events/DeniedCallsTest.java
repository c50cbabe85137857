package org.lanerunner.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lanerunner.events.DeniedGathering.Call;
import org.lanerunner.shared.Origin;
import org.lanerunner.shared.Principal;

/** What is refused fills no disk. */
class DeniedCallsTest {

    private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");

    private final DeniedGathering gathering = new DeniedGathering();

    @Test
    void theSameRefusedAgainIsOneRowThatCounts() {
        Call call = call("POST /api/loads", UUID.randomUUID());
        assertTrue(add(call, 20));
        assertTrue(add(call, 20));
        Map<Call, DeniedGathering.Times> taken = gathering.take();
        assertEquals(
                List.of(2),
                taken.values().stream().map(DeniedGathering.Times::times).toList());
        assertEquals(Map.of(), gathering.take());
    }

    @Test
    void beyondTheMostWhatOneIsRefusedIsARowThatCounts() {
        UUID flooding = UUID.randomUUID();
        for (int i = 0; i < 1000; i++) {
            add(call("POST /api/loads/" + i, flooding), 20);
        }
        Map<Call, DeniedGathering.Times> taken = gathering.take();
        assertEquals(11, taken.size());
        assertEquals(990, more(taken, flooding));
    }

    @Test
    void oneWhoIsRefusedAllTheTimeHidesNobodyElse() {
        UUID flooding = UUID.randomUUID();
        UUID quiet = UUID.randomUUID();
        for (int i = 0; i < 1000; i++) {
            add(call("POST /api/loads/" + i, flooding), 20);
        }
        assertTrue(add(call("POST /api/trips", quiet), 20));
        for (int i = 0; i < 1000; i++) {
            add(call("POST /api/offers/" + i, flooding), 20);
        }
        Map<Call, DeniedGathering.Times> taken = gathering.take();
        assertTrue(taken.size() <= 12, taken::toString);
        assertEquals(1, taken.get(call("POST /api/trips", quiet)).times());
        assertEquals(
                2001,
                taken.values().stream().mapToInt(DeniedGathering.Times::times).sum());
    }

    @Test
    void oneWhoIsRefusedAtManyAddressesAndInManyOrganisationsHidesNobodyEither() {
        UUID flooding = UUID.randomUUID();
        for (int i = 0; i < 100; i++) {
            UUID organisation = new UUID(7, i);
            Call call = new Call(
                    Principal.Kind.PERSON,
                    flooding,
                    null,
                    organisation,
                    null,
                    "POST /api/loads",
                    403,
                    "request/forbidden",
                    new Origin("203.0.113." + i, null),
                    null);
            add(call, 20);
            add(call("POST /api/trips", new UUID(9, i % 3)), 20);
        }
        Map<Call, DeniedGathering.Times> taken = gathering.take();
        assertEquals(
                200,
                taken.values().stream().mapToInt(DeniedGathering.Times::times).sum());
    }

    @Test
    void strangersFromManyAddressesHideNobodyWhoSignedIn() {
        for (int i = 0; i < 1000; i++) {
            add(stranger("203.0.113." + i), 20);
        }
        assertTrue(add(call("POST /api/trips", known()), 20));
        Map<Call, DeniedGathering.Times> taken = gathering.take();
        assertEquals(12, taken.size());
        assertEquals(990, more(taken, null));
    }

    @Test
    void whoeverIsNotKnownHasAKeyForEachMonth() {
        Instant later = Instant.parse("2026-12-01T00:00:00Z");
        assertEquals(DeniedCalls.whose((UUID) null, NOW), DeniedCalls.whose((UUID) null, NOW.plusSeconds(3600)));
        assertFalse(DeniedCalls.whose((UUID) null, NOW).equals(DeniedCalls.whose((UUID) null, later)));
        assertEquals(known(), DeniedCalls.whose(known(), NOW));
    }

    @Test
    void whatAClientSaysOfItselfIsShortAndPlain() {
        assertEquals("a?b", new Origin("::1", "a\u0000b").userAgent());
        assertEquals(300, new Origin("::1", "x".repeat(5000)).userAgent().length());
    }

    private boolean add(Call call, int most) {
        return gathering.add(call, NOW, "id", most);
    }

    private static int more(Map<Call, DeniedGathering.Times> taken, UUID whose) {
        return taken.entrySet().stream()
                .filter(each -> each.getKey().slug().equals("audit/more-refused"))
                .filter(each -> Objects.equals(each.getKey().principalId(), whose))
                .mapToInt(each -> each.getValue().times())
                .sum();
    }

    private static Call stranger(String address) {
        return new Call(
                Principal.Kind.NOBODY,
                null,
                null,
                null,
                null,
                "POST /api/auth/login",
                401,
                "identity/wrong-credentials",
                new Origin(address, null),
                null);
    }

    private static UUID known() {
        return new UUID(1, 2);
    }

    private static Call call(String call, UUID who) {
        return new Call(
                Principal.Kind.PERSON,
                who,
                null,
                null,
                null,
                call,
                403,
                "request/forbidden",
                new Origin("::1", null),
                null);
    }
}
