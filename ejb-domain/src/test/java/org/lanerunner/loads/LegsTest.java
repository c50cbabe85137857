package org.lanerunner.loads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.loads.LoadFixture.CHICAGO;
import static org.lanerunner.loads.LoadFixture.DENVER;
import static org.lanerunner.loads.LoadFixture.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lanerunner.events.DomainEvent;
import org.lanerunner.shared.Refusal;

/** A load that is carried in two legs. */
class LegsTest {

    private final UUID owner = UUID.randomUUID();
    private final UUID carrier = UUID.randomUUID();
    private final Load load = LoadFixture.inTwoLegs(owner);
    private final UUID first = load.view(owner).legs().get(0).id();
    private final UUID second = load.view(owner).legs().get(1).id();

    @Test
    void eachLegIsOfferedWithItsOwnStopsWayAndTimes() {
        OfferedLeg leg = load.leg(second).offered();
        assertEquals(DENVER, leg.origin());
        assertEquals(800_000, leg.distanceMeters());
        assertEquals(NOW.plus(Duration.ofHours(28)), leg.firstWindowStart());
        assertEquals(NOW.plus(Duration.ofHours(56)), leg.expiresAt());
        assertEquals(4, load.view(owner).stops().size());
        assertEquals(leg.expiresAt(), load.view(owner).expiresAt());
    }

    @Test
    void oneLegIsCoveredWhileTheOtherStaysOnTheMarket() {
        load.cover(first, UUID.randomUUID(), carrier, false, NOW);
        assertEquals(LoadStatus.OPEN, load.status());
        load.cover(second, UUID.randomUUID(), UUID.randomUUID(), false, NOW);
        assertEquals(LoadStatus.COVERED, load.status());
    }

    @Test
    void ofTwoLegsOneFallsThroughAndIsOpenAlone() {
        load.cover(first, UUID.randomUUID(), carrier, false, NOW);
        load.cover(second, UUID.randomUUID(), carrier, false, NOW);
        load.reopen(second, NOW);
        assertEquals(LegStatus.COVERED, load.leg(first).status());
        assertEquals(LegStatus.OPEN, load.leg(second).status());
        assertEquals(LoadStatus.OPEN, load.status());
    }

    @Test
    void aLoadIsNotChangedOnceALegIsCovered() {
        load.cover(first, UUID.randomUUID(), carrier, false, NOW);
        Refusal refusal = assertThrows(Refusal.class, () -> load.describe(LoadFixture.twoLegs(), NOW));
        assertEquals("loads/not-open", refusal.slug());
    }

    @Test
    void aLoadIsNotCancelledOnceALegIsLoadedThoughTheOtherIsOpen() {
        load.cover(first, UUID.randomUUID(), carrier, false, NOW);
        load.follow(first, LegStatus.IN_TRANSIT);
        assertEquals(LoadStatus.OPEN, load.status());
        assertThrows(Refusal.class, load::cancel);
        assertEquals(LegStatus.OPEN, load.leg(second).status());
    }

    @Test
    void aCarrierSeesExactlyTheStopsOfItsOwnLegAndNobodyElses() {
        UUID booking = UUID.randomUUID();
        load.cover(first, booking, carrier, false, NOW);
        load.cover(second, UUID.randomUUID(), UUID.randomUUID(), false, NOW);
        LoadView seen = load.view(carrier);
        assertEquals("1 Dock Street", seen.stops().get(1).address());
        assertNull(seen.stops().get(2).address());
        assertNull(seen.stops().get(3).contactPhone());
        assertEquals(booking, seen.legs().get(0).bookingId());
        assertEquals(carrier, seen.legs().get(0).carrierOrganisationId());
        assertNull(seen.legs().get(1).bookingId());
        assertNull(seen.legs().get(1).carrierOrganisationId());
        assertNull(seen.bookingId());
        assertNull(load.view(owner).bookingId());
        assertNotNull(load.view(owner).legs().get(1).carrierOrganisationId());
    }

    @Test
    void legsThatStayKeepTheirIdsAndOthersComeOrGo() {
        load.describe(LoadFixture.plan(CargoMode.FULL, 9000, CHICAGO, DENVER), NOW);
        assertEquals(List.of(first), ids());
        assertEquals(2, load.view(owner).stops().size());
        load.describe(LoadFixture.twoLegs(), NOW);
        assertEquals(2, ids().size());
        assertEquals(first, ids().get(0));
        assertEquals(LegStatus.OPEN, load.view(owner).legs().get(1).status());
    }

    @Test
    void anExpiredLegLeavesTheOtherOpen() {
        assertEquals("load.expired", load.expire(first).type());
        assertEquals(LoadStatus.OPEN, load.status());
        assertEquals(LegStatus.EXPIRED, load.leg(first).status());
    }

    @Test
    void aLegThatAChangeTookAwayIsNeverOver() {
        Instant later = NOW.plus(Duration.ofDays(30));
        assertTrue(load.overAt(second, later));
        load.describe(LoadFixture.plan(CargoMode.FULL, 9000, CHICAGO, DENVER), NOW);
        assertFalse(load.overAt(second, later));
        assertTrue(load.overAt(first, later));
    }

    @Test
    void aLegLeavesTheMarketByItselfAndTheLoadEndsWithTheOther() {
        load.cover(first, UUID.randomUUID(), carrier, false, NOW);
        load.follow(first, LegStatus.DELIVERED);
        assertTrue(assertThrows(Refusal.class, load::cancelsWhole).getMessage().contains("legId"));
        DomainEvent cancelled = load.cancel(second);
        assertEquals("load.leg-cancelled", cancelled.type());
        assertEquals("OPEN", cancelled.data().get("from"));
        assertEquals("DELIVERED", cancelled.data().get("status"));
        assertEquals(LoadStatus.DELIVERED, load.status());
        assertThrows(Refusal.class, () -> load.cancel(second));
        load.follow(first, LegStatus.SETTLED);
        assertEquals(LoadStatus.SETTLED, load.status());
    }

    @Test
    void theLastLegThatStandsTakesTheLoadWithIt() {
        load.expire(first);
        UUID booking = UUID.randomUUID();
        load.cover(second, booking, carrier, false, NOW);
        assertEquals("load.leg-cancelled", load.cancel(first).type());
        assertEquals(LoadStatus.COVERED, load.status());
        DomainEvent cancelled = load.cancel(second);
        assertEquals("load.cancelled", cancelled.type());
        assertEquals(booking.toString(), cancelled.data().get("bookingId"));
        assertEquals(LoadStatus.CANCELLED, load.status());
    }

    @Test
    void theWholeIsCancelledThoughALegWasBefore() {
        load.cancel(first);
        load.cancelsWhole();
        load.cancel();
        assertEquals(LoadStatus.CANCELLED, load.status());
    }

    private List<UUID> ids() {
        return load.view(owner).legs().stream().map(LoadView.LegView::id).toList();
    }
}
