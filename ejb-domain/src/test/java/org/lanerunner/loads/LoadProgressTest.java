package org.lanerunner.loads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.lanerunner.loads.LegStatus.AT_DELIVERY;
import static org.lanerunner.loads.LegStatus.AT_PICKUP;
import static org.lanerunner.loads.LegStatus.CANCELLED;
import static org.lanerunner.loads.LegStatus.COVERED;
import static org.lanerunner.loads.LegStatus.DELIVERED;
import static org.lanerunner.loads.LegStatus.DISPATCHED;
import static org.lanerunner.loads.LegStatus.DRAFT;
import static org.lanerunner.loads.LegStatus.EXPIRED;
import static org.lanerunner.loads.LegStatus.IN_TRANSIT;
import static org.lanerunner.loads.LegStatus.OPEN;
import static org.lanerunner.loads.LegStatus.SETTLED;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LoadProgressTest {

    private static final Set<LegStatus> POSTED = EnumSet.complementOf(EnumSet.of(DRAFT));

    @Test
    void theStatusOfALoadWithOneLegIsThatOfItsLeg() {
        for (LegStatus leg : POSTED) {
            assertEquals(leg.name(), LoadProgress.of(List.of(leg)).name());
        }
    }

    /** Each pair of legs, as a dispatcher would say it. */
    @Test
    void theStatusOfALoadWithTwoLegs() {
        says(LoadStatus.OPEN, OPEN, OPEN);
        says(LoadStatus.OPEN, IN_TRANSIT, OPEN);
        says(LoadStatus.OPEN, OPEN, COVERED);
        says(LoadStatus.OPEN, EXPIRED, OPEN);
        says(LoadStatus.OPEN, SETTLED, OPEN);
        says(LoadStatus.COVERED, COVERED, COVERED);
        says(LoadStatus.COVERED, COVERED, DELIVERED);
        says(LoadStatus.DISPATCHED, DISPATCHED, COVERED);
        says(LoadStatus.AT_PICKUP, AT_PICKUP, DISPATCHED);
        says(LoadStatus.IN_TRANSIT, IN_TRANSIT, AT_PICKUP);
        says(LoadStatus.AT_DELIVERY, AT_DELIVERY, AT_PICKUP);
        says(LoadStatus.IN_TRANSIT, DELIVERED, COVERED);
        says(LoadStatus.IN_TRANSIT, SETTLED, DISPATCHED);
        says(LoadStatus.IN_TRANSIT, DELIVERED, AT_PICKUP);
        says(LoadStatus.IN_TRANSIT, DELIVERED, IN_TRANSIT);
        says(LoadStatus.AT_DELIVERY, SETTLED, AT_DELIVERY);
        says(LoadStatus.DELIVERED, SETTLED, DELIVERED);
        says(LoadStatus.DELIVERED, DELIVERED, SETTLED);
        says(LoadStatus.SETTLED, SETTLED, SETTLED);
        says(LoadStatus.COVERED, EXPIRED, COVERED);
        says(LoadStatus.IN_TRANSIT, IN_TRANSIT, EXPIRED);
        says(LoadStatus.EXPIRED, DELIVERED, EXPIRED);
        says(LoadStatus.EXPIRED, EXPIRED, SETTLED);
        says(LoadStatus.EXPIRED, EXPIRED, EXPIRED);
        says(LoadStatus.OPEN, CANCELLED, OPEN);
        says(LoadStatus.IN_TRANSIT, IN_TRANSIT, CANCELLED);
        says(LoadStatus.DELIVERED, DELIVERED, CANCELLED);
        says(LoadStatus.SETTLED, SETTLED, CANCELLED);
        says(LoadStatus.EXPIRED, CANCELLED, EXPIRED);
        says(LoadStatus.CANCELLED, CANCELLED, CANCELLED);
    }

    @Test
    void aDraftDoesNotFollow() {
        assertThrows(IllegalArgumentException.class, () -> LoadProgress.of(List.of(DRAFT)));
        assertThrows(IllegalArgumentException.class, () -> LoadProgress.of(List.of()));
    }

    @Property
    void aCancelledLegHasNoWord(@ForAll("legs") List<LegStatus> legs) {
        List<LegStatus> standing = legs.stream().filter(leg -> leg != CANCELLED).toList();
        assertEquals(standing.isEmpty() ? LoadStatus.CANCELLED : LoadProgress.of(standing), LoadProgress.of(legs));
    }

    @Property
    void itIsOpenExactlyWhileALegIs(@ForAll("legs") List<LegStatus> legs) {
        assertEquals(legs.contains(OPEN), LoadProgress.of(legs) == LoadStatus.OPEN);
    }

    @Property
    void itIsAtItsEndExactlyWhenNoLegIsOpenOrUnderWay(@ForAll("legs") List<LegStatus> legs) {
        boolean ended = legs.stream().allMatch(EnumSet.of(DELIVERED, SETTLED, EXPIRED, CANCELLED)::contains);
        Set<LoadStatus> ends =
                EnumSet.of(LoadStatus.DELIVERED, LoadStatus.SETTLED, LoadStatus.EXPIRED, LoadStatus.CANCELLED);
        assertEquals(ended, ends.contains(LoadProgress.of(legs)));
        if (ended) {
            assertEquals(legs.contains(EXPIRED), LoadProgress.of(legs) == LoadStatus.EXPIRED);
            Set<LegStatus> said = EnumSet.copyOf(legs);
            said.remove(CANCELLED);
            assertEquals(said.equals(EnumSet.of(SETTLED)), LoadProgress.of(legs) == LoadStatus.SETTLED);
        }
    }

    @Property
    void anExpiredLegChangesNothingWhileAnotherIsUnderWay(@ForAll("legs") List<LegStatus> legs) {
        List<LegStatus> carried = legs.stream().filter(leg -> leg != EXPIRED).toList();
        boolean underWay = carried.stream().anyMatch(leg -> !leg.delivered() && leg != CANCELLED);
        if (underWay) {
            assertEquals(LoadProgress.of(carried), LoadProgress.of(legs));
        }
    }

    @Property
    void aLegDeliveredBeforeAllOthersNeverPutsTheLoadBack(@ForAll("legs") List<LegStatus> legs) {
        List<LegStatus> longer =
                Stream.concat(Stream.of(DELIVERED), legs.stream()).toList();
        LoadStatus alone = LoadProgress.of(legs);
        LoadStatus behind = LoadProgress.of(longer);
        Set<LoadStatus> notLoaded = EnumSet.of(LoadStatus.COVERED, LoadStatus.DISPATCHED, LoadStatus.AT_PICKUP);
        LoadStatus expected = notLoaded.contains(alone)
                ? LoadStatus.IN_TRANSIT
                : alone == LoadStatus.SETTLED || alone == LoadStatus.CANCELLED ? LoadStatus.DELIVERED : alone;
        assertEquals(expected, behind);
    }

    @Provide
    Arbitrary<List<LegStatus>> legs() {
        return Arbitraries.of(POSTED).list().ofMinSize(1).ofMaxSize(PlannedLeg.MOST);
    }

    private static void says(LoadStatus expected, LegStatus first, LegStatus second) {
        assertEquals(expected, LoadProgress.of(List.of(first, second)), first + ", " + second);
    }
}
