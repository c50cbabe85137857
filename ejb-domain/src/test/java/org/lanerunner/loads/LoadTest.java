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
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lanerunner.places.Site;
import org.lanerunner.shared.LateEntry;
import org.lanerunner.shared.Refusal;

class LoadTest {

    private final UUID owner = UUID.randomUUID();
    private final UUID carrier = UUID.randomUUID();
    private final Load load = LoadFixture.load(owner, CargoMode.FULL, 9000, CHICAGO, DENVER);

    @Test
    void aLoadHasOneLegFromItsFirstStopToItsLast() {
        LoadView view = load.view(owner);
        assertEquals(1, view.legs().size());
        assertEquals(0, view.legs().get(0).fromStop());
        assertEquals(1, view.legs().get(0).toStop());
    }

    @Test
    void theMarketSeesNoAddressContactOrNote() {
        LoadView market = load.view(null);
        assertNull(market.notes());
        for (StopView stop : market.stops()) {
            assertNull(stop.address());
            assertNull(stop.contactName());
            assertNull(stop.contactPhone());
        }
        assertEquals("1 Dock Street", load.view(owner).stops().get(0).address());
    }

    @Test
    void theMarketIsNotToldAnExactPoint() {
        Site dock = new Site("city:4887398", "Chicago", "IL", "US", 41.87891, -87.63592, "America/Chicago", true);
        Load exact = LoadFixture.load(owner, CargoMode.FULL, 9000, dock, DENVER);
        assertEquals(41.9, exact.view(null).origin().latitude());
        assertEquals(
                41.9, LoadFixture.only(exact).offered().onTheMarket().origin().latitude());
        assertEquals(41.87891, exact.view(owner).origin().latitude());
        assertEquals(0, exact.view(null).distanceMeters() % 1000);
    }

    @Test
    void aLoadWhoseWindowsAreOverIsNotRevivedByAChange() {
        LoadPlan plan = LoadFixture.plan(CargoMode.FULL, 9000, CHICAGO, DENVER);
        load.describe(plan, NOW);
        assertThrows(Refusal.class, () -> load.describe(plan, NOW.plus(Duration.ofDays(3))));
    }

    @Test
    void aLoadIsOpenUntilTheFirstOfItsDeliveriesIsOver() {
        PlannedStop pickup = LoadFixture.stop(StopKind.PICKUP, CHICAGO, NOW, Duration.ofHours(30));
        PlannedStop first = LoadFixture.stop(StopKind.DELIVERY, DENVER, NOW, Duration.ofHours(10));
        PlannedStop last = LoadFixture.stop(StopKind.DELIVERY, DENVER, NOW, Duration.ofHours(20));
        OfferedLeg offered = LoadFixture.offered(pickup, first, last);
        assertEquals(NOW.plus(Duration.ofHours(10)), offered.expiresAt());
        assertEquals(NOW.plus(Duration.ofHours(30)), offered.lastWindowEnd());
    }

    @Test
    void aDraftThatIsPostedAfterItsTimesBeganIsALateEntry() {
        Load draft = new Load(owner, LoadFixture.plan(CargoMode.FULL, 9000, CHICAGO, DENVER), true, NOW);
        assertFalse(draft.view(owner).lateEntry());
        draft.post(NOW.plus(Duration.ofHours(3)));
        assertTrue(draft.view(owner).lateEntry());
    }

    @Test
    void aDraftWhoseTimesBeganTooLongAgoIsNotPosted() {
        LoadPlan plan = LoadFixture.plan(
                LoadFixture.stop(StopKind.PICKUP, CHICAGO, NOW, Duration.ofHours(30)),
                LoadFixture.stop(StopKind.DELIVERY, DENVER, NOW, Duration.ofDays(60)));
        Load draft = new Load(owner, plan, true, NOW);
        Instant late = NOW.plus(LateEntry.OLDEST);
        Refusal refusal = assertThrows(Refusal.class, () -> draft.post(late.plusMillis(1)));
        assertEquals("loads/windows-over", refusal.slug());
        draft.post(late);
    }

    @Test
    void aCoveredLoadCantBeCoveredAgain() {
        load.cover(leg(), UUID.randomUUID(), carrier, false, NOW);
        Refusal refusal = assertThrows(Refusal.class, () -> load.cover(leg(), UUID.randomUUID(), carrier, false, NOW));
        assertEquals("loads/not-open", refusal.slug());
    }

    @Test
    void aLoadWhoseWindowsAreOverIsNotCoveredEvenBeforeTheTimerExpiresIt() {
        assertThrows(
                Refusal.class,
                () -> load.cover(leg(), UUID.randomUUID(), carrier, false, NOW.plus(Duration.ofHours(28))));
    }

    @Test
    void reopenedItKeepsItsIdAndForgetsItsCarrier() {
        load.cover(leg(), UUID.randomUUID(), carrier, false, NOW);
        UUID before = load.id();
        assertEquals("load.reopened", load.reopen(leg(), NOW).type());
        assertEquals(before, load.id());
        assertEquals(LoadStatus.OPEN, load.status());
        assertNull(load.leg(leg()).bookingId());
    }

    @Test
    void reopenedAfterItsWindowsItIsExpired() {
        load.cover(leg(), UUID.randomUUID(), carrier, false, NOW);
        assertEquals(
                "load.expired", load.reopen(leg(), NOW.plus(Duration.ofDays(3))).type());
        assertEquals(LoadStatus.EXPIRED, load.status());
    }

    @Test
    void whatIsLoadedIsNotReopened() {
        load.cover(leg(), UUID.randomUUID(), carrier, false, NOW);
        load.follow(leg(), LegStatus.DISPATCHED);
        load.follow(leg(), LegStatus.AT_PICKUP);
        load.follow(leg(), LegStatus.IN_TRANSIT);
        assertThrows(Refusal.class, () -> load.reopen(leg(), NOW));
        assertThrows(Refusal.class, load::cancel);
        assertNotNull(load.leg(leg()).bookingId());
    }

    private UUID leg() {
        return LoadFixture.only(load).id();
    }
}
