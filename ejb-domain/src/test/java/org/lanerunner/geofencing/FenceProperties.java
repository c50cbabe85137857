package org.lanerunner.geofencing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.lanerunner.bookings.Passage;
import org.lanerunner.bookings.RoadFactKind;
import org.lanerunner.geofencing.FenceWatch.Stop;
import org.lanerunner.loads.FenceSettings;
import org.lanerunner.tracking.Position;

/** What must hold whatever the noise of the receiver (5 m, one standard deviation each way) and the order of arrival. */
class FenceProperties {

    private static final double NOISE_METERS = 5;
    private static final FenceSettings USUAL = new FenceSettings(200, 2, 0, 8);

    @Property(tries = 200)
    void anHourAtTheBorderIsNoEvent(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 3) int confirmFixes,
            @ForAll @IntRange(min = 60, max = 2000) int radius) {
        FenceSettings settings = new FenceSettings(radius, confirmFixes, 0, 8);
        Random noise = new Random(seed);
        List<Position> fixes = new ArrayList<>();
        for (int second = 0; second < 3600; second++) {
            fixes.add(noisy(noise, radius, second));
        }
        assertEquals(List.of(), Road.watch(List.of(Road.stop(0, settings)), fixes));
    }

    @Property(tries = 200)
    void aTrueVisitIsExactlyOneArrivalAndOneDeparture(@ForAll long seed) {
        List<Passage> passages = Road.watch(List.of(Road.stop(0, USUAL)), visit(new Random(seed)));
        assertEquals(
                List.of(RoadFactKind.ARRIVAL, RoadFactKind.DEPARTURE),
                passages.stream().map(Passage::kind).toList());
        assertFalse(passages.get(0).alreadyThere());
    }

    @Property(tries = 100)
    void theOrderWithinABatchDoesNotMatter(@ForAll long seed) {
        List<Position> sorted = visit(new Random(seed));
        List<Position> shuffled = new ArrayList<>(sorted);
        Collections.shuffle(shuffled, new Random(seed));
        List<Stop> stops = List.of(Road.stop(0, USUAL), Road.stop(2000, USUAL));
        assertEquals(Road.watch(stops, sorted), Road.watch(stops, shuffled));
    }

    @Property(tries = 100)
    void theSizeOfTheBatchesDoesNotMatter(@ForAll long seed, @ForAll @IntRange(min = 1, max = 700) int size) {
        List<Position> fixes = visit(new Random(seed));
        List<Stop> stops = List.of(Road.stop(0, USUAL), Road.stop(2000, USUAL));
        assertEquals(Road.watch(stops, fixes), Road.watchInBatches(stops, fixes, size));
    }

    /** Between three places, whichever of their arrivals a person told already. */
    @Property(tries = 300)
    void theSizeOfTheBatchesDoesNotMatterWhateverWasToldByHand(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 3) Integer> places,
            @ForAll @Size(3) List<@IntRange(max = 400) Integer> toldAt,
            @ForAll @IntRange(min = 1, max = 20) int size) {
        List<Position> fixes = new ArrayList<>();
        for (int place : places) {
            fixes.addAll(Road.stand(2000 * place, 120L * fixes.size() / 4, 40));
        }
        List<Stop> stops = new ArrayList<>();
        for (int told : toldAt) {
            Fence fence = Road.stop(2000 * stops.size(), USUAL).fence();
            stops.add(new Stop(fence, told < 200 ? Road.at(told) : null, null));
        }
        assertEquals(Road.watch(stops, fixes), Road.watchInBatches(stops, fixes, size));
    }

    /** Comes from 3 km away at 15 m/s, brakes, stands for twenty minutes near the middle, drives on to 2 km and stands there. */
    private static List<Position> visit(Random noise) {
        double standsAt = noise.nextDouble() * 100 - 50;
        List<Position> fixes = new ArrayList<>();
        int second = 0;
        for (double meters = -3000; meters < standsAt; meters += Math.max(2, Math.min(15, (standsAt - meters) / 10))) {
            fixes.add(noisy(noise, meters, second++));
        }
        for (int standing = 0; standing < 1200; standing++) {
            fixes.add(noisy(noise, standsAt, second++));
        }
        for (double meters = standsAt; meters < 2000; meters += Math.max(2, Math.min(15, (2000 - meters) / 10))) {
            fixes.add(noisy(noise, meters, second++));
        }
        for (int standing = 0; standing < 300; standing++) {
            fixes.add(noisy(noise, 2000, second++));
        }
        return fixes;
    }

    private static Position noisy(Random noise, double meters, int second) {
        return Road.fix(meters + noise.nextGaussian() * NOISE_METERS, noise.nextGaussian() * NOISE_METERS, second);
    }
}
