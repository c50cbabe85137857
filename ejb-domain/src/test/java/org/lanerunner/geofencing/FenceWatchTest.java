package org.lanerunner.geofencing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.bookings.RoadFactKind.ARRIVAL;
import static org.lanerunner.bookings.RoadFactKind.DEPARTURE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lanerunner.bookings.Passage;
import org.lanerunner.geofencing.FenceWatch.Stop;
import org.lanerunner.loads.FenceSettings;
import org.lanerunner.tracking.Position;

/** Stories of a truck on a straight road to the east along which the stops lie; metres from the first stop and seconds after dispatch. */
class FenceWatchTest {

    private static final FenceSettings USUAL = new FenceSettings(200, 2, 0, 8);
    private static final FenceSettings ONE_FIX = new FenceSettings(200, 1, 0, 500);

    @Test
    void aVisitIsOneArrivalAndOneDepartureAtTheFirstFixesThatShowThem() {
        List<Position> fixes = Road.drive(-1050, 0, 0, 100);
        fixes.addAll(Road.stand(0, 110, 600));
        fixes.addAll(Road.drive(0, 1050, 710, 100));
        assertEquals(
                List.of(new Passage(0, ARRIVAL, Road.at(90), false), new Passage(0, DEPARTURE, Road.at(730), false)),
                Road.watch(List.of(Road.stop(0, USUAL)), fixes));
    }

    @Test
    void aStopWithoutAFenceIsReachedByAPersonsWordAndLeftWhereTheNextIsReached() {
        List<Position> fixes = Road.drive(0, 5000, 0, 600);
        fixes.addAll(Road.stand(5000, 610, 60));
        Stop delivery = Road.stop(5000, USUAL);
        assertEquals(List.of(), Road.watch(List.of(new Stop(null, null, null), delivery), fixes));
        assertEquals(
                List.of(new Passage(1, ARRIVAL, Road.at(600), false)),
                Road.watch(List.of(new Stop(null, Road.at(10), null), delivery), fixes));
    }

    @Test
    void drivingByIsNoArrival() {
        assertEquals(List.of(), Road.watch(List.of(Road.stop(0, USUAL)), Road.drive(-3000, 3000, 0, 300)));
    }

    @Test
    void drivingByIsToldFromTheReportedSpeedToo() {
        List<Position> fixes = new ArrayList<>();
        for (int second = 0; second < 20; second++) {
            fixes.add(
                    new Position(Road.at(second), Road.LATITUDE, Road.longitude(-100 + 10 * second), null, 22.0, null));
        }
        assertEquals(List.of(), Road.watch(List.of(Road.stop(0, USUAL)), fixes));
    }

    @Test
    void aTruckInsideAtItsFirstFixArrivedThenAndWasAlreadyThere() {
        List<Position> fixes = Road.stand(20, 30, 60);
        assertEquals(
                List.of(new Passage(0, ARRIVAL, Road.at(30), true)), Road.watch(List.of(Road.stop(0, USUAL)), fixes));
    }

    @Test
    void whatWasBeforeTheDispatchDoesNotCount() {
        List<Position> fixes = new ArrayList<>(Road.drive(-1000, -950, -50, 40));
        fixes.addAll(Road.stand(0, 0, 30));
        assertEquals(
                List.of(new Passage(0, ARRIVAL, Road.at(0), true)), Road.watch(List.of(Road.stop(0, USUAL)), fixes));
    }

    @Test
    void oneFixIsEnoughWhereTheFenceSaysSo() {
        List<Position> fixes = List.of(Road.fix(-1000, 0), Road.fix(0, 60), Road.fix(1000, 120));
        assertEquals(
                List.of(new Passage(0, ARRIVAL, Road.at(60), false), new Passage(0, DEPARTURE, Road.at(120), false)),
                Road.watch(List.of(Road.stop(0, ONE_FIX)), fixes));
    }

    @Test
    void secondsAreAskedForBesideFixes() {
        FenceSettings patient = new FenceSettings(200, 2, 300, 8);
        List<Position> fixes = new ArrayList<>(List.of(Road.fix(-1000, 0)));
        fixes.addAll(Road.stand(0, 100, 290));
        assertEquals(List.of(), Road.watch(List.of(Road.stop(0, patient)), fixes));
        fixes.addAll(Road.stand(0, 400, 20));
        assertEquals(
                List.of(new Passage(0, ARRIVAL, Road.at(100), false)),
                Road.watch(List.of(Road.stop(0, patient)), fixes));
    }

    @Test
    void fixesFarLessAccurateThanTheFenceProveNothing() {
        List<Position> fixes = new ArrayList<>();
        for (int second = 0; second < 100; second += 10) {
            fixes.add(new Position(Road.at(second), Road.LATITUDE, Road.longitude(0), 1500.0, 0.0, null));
        }
        assertEquals(List.of(), Road.watch(List.of(Road.stop(0, USUAL)), fixes));
    }

    @Test
    void aDepartureNeedsMoreDistanceThanTheAccuracyTakesAway() {
        List<Position> fixes = Road.stand(0, 0, 60);
        for (int second = 100; second < 200; second += 10) {
            fixes.add(new Position(Road.at(second), Road.LATITUDE, Road.longitude(400), 180.0, 0.0, null));
        }
        assertEquals(
                List.of(ARRIVAL),
                Road.watch(List.of(Road.stop(0, USUAL)), fixes).stream()
                        .map(Passage::kind)
                        .toList());
    }

    @Test
    void theDeliveryPassedOnTheWayToThePickupIsNotReached() {
        List<Stop> stops = List.of(Road.stop(0, USUAL), Road.stop(-2000, USUAL));
        List<Position> fixes = Road.stand(-2000, 0, 300);
        fixes.addAll(Road.drive(-2000, 0, 310, 200));
        fixes.addAll(Road.stand(0, 520, 300));
        fixes.addAll(Road.drive(0, -2000, 830, 200));
        fixes.addAll(Road.stand(-2000, 1040, 60));
        assertEquals(
                List.of("0 ARRIVAL", "0 DEPARTURE", "1 ARRIVAL"),
                Road.watch(stops, fixes).stream()
                        .map(passage -> passage.stop() + " " + passage.kind())
                        .toList());
    }

    @Test
    void aRoundTripBackToTheSameYardIsNotDeliveredAtThePickup() {
        List<Stop> stops = List.of(Road.stop(0, USUAL), Road.stop(0, new FenceSettings(300, 2, 0, 8)));
        List<Position> fixes = Road.stand(0, 0, 300);
        fixes.addAll(Road.drive(0, 3000, 310, 300));
        fixes.addAll(Road.drive(3000, 0, 620, 300));
        fixes.addAll(Road.stand(0, 930, 60));
        List<Passage> passages = Road.watch(stops, fixes);
        assertEquals(List.of(0, 0, 1), passages.stream().map(Passage::stop).toList());
        assertTrue(passages.get(2).at().isAfter(Road.at(800)));
    }

    @Test
    void whoIsInTheNextFenceHasLeftTheOneBefore() {
        List<Stop> stops = List.of(Road.stop(0, USUAL), Road.stop(5000, USUAL));
        List<Position> fixes = Road.stand(0, 0, 60);
        fixes.addAll(Road.stand(5000, 900, 60));
        assertEquals(
                List.of(
                        new Passage(0, ARRIVAL, Road.at(0), true),
                        new Passage(0, DEPARTURE, Road.at(900), false),
                        new Passage(1, ARRIVAL, Road.at(900), false)),
                Road.watch(stops, fixes));
    }

    @Test
    void anArrivalByHandOpensTheWayToTheNextStopWhereTheTruckStands() {
        List<Position> fixes = Road.drive(100, 5100, 0, 500);
        fixes.addAll(Road.stand(5100, 510, 300));
        Stop pickup = new Stop(Road.stop(50_000, USUAL).fence(), Road.at(1), Road.at(100));
        assertEquals(
                List.of(new Passage(1, ARRIVAL, Road.at(500), false)),
                Road.watch(List.of(pickup, Road.stop(5000, USUAL)), fixes));
    }

    @Test
    void anArrivalThatNoVisitExplainsIsLeftByWhoIsOutsideBeyondDoubt() {
        Fence fence = Road.stop(0, USUAL).fence();
        List<Position> brokenUp =
                List.of(Road.fix(0, 10), Road.fix(3000, 11), Road.fix(0, 12), Road.fix(3000, 13), Road.fix(3100, 20));
        assertEquals(
                List.of(new Passage(0, DEPARTURE, Road.at(13), false)),
                Road.watch(List.of(new Stop(fence, Road.at(10), null)), brokenUp));
    }

    @Test
    void anArrivalByHandFarFromTheFenceIsNotLeftAtOnce() {
        Fence fence = Road.stop(0, USUAL).fence();
        List<Position> elsewhere = List.of(Road.fix(3000, 10), Road.fix(3000, 40), Road.fix(3000, 60));
        assertEquals(List.of(), Road.watch(List.of(new Stop(fence, Road.at(30), null)), elsewhere));
    }

    @Test
    void howManyBatchesCarryAVisitThatComesTooLateDecidesNothing() {
        Stop toldByHand = new Stop(Road.stop(5000, USUAL).fence(), Road.at(30), null);
        List<Stop> stops = List.of(toldByHand, Road.stop(0, USUAL));
        List<Position> fixes = Road.stand(2000, 0, 60);
        fixes.addAll(Road.stand(0, 300, 60));
        fixes.addAll(Road.stand(5000, 900, 60));
        fixes.addAll(Road.stand(3000, 1200, 60));
        List<Passage> told = List.of(
                new Passage(1, ARRIVAL, Road.at(300), false),
                new Passage(1, DEPARTURE, Road.at(900), false),
                new Passage(0, DEPARTURE, Road.at(1200), false));
        assertEquals(told, Road.watch(stops, fixes));
        assertEquals(told, Road.watchInBatches(stops, fixes, 5));
    }

    @Test
    void whatIsKnownIsNotToldAgain() {
        Stop known = new Stop(Road.stop(0, USUAL).fence(), Road.at(5), Road.at(10));
        List<Position> fixes = Road.stand(0, 0, 100);
        fixes.addAll(Road.drive(0, 3000, 110, 200));
        assertEquals(List.of(), Road.watch(List.of(known), fixes));
    }

    @Test
    void aSlowWayThroughTheFenceBetweenTwoFixesIsAVisitWhereOneFixWouldDo() {
        List<Position> fixes = List.of(Road.fix(-600, 0), Road.fix(600, 300));
        List<Passage> passages = Road.watch(List.of(Road.stop(0, new FenceSettings(200, 1, 0, 8))), fixes);
        assertEquals(
                List.of(ARRIVAL, DEPARTURE),
                passages.stream().map(Passage::kind).toList());
        assertEquals(100, passages.get(0).at().getEpochSecond() - Road.at(0).getEpochSecond(), 1);
        assertEquals(List.of(), Road.watch(List.of(Road.stop(0, USUAL)), fixes));
        List<Position> fast = List.of(Road.fix(-600, 0), Road.fix(600, 60));
        assertEquals(List.of(), Road.watch(List.of(Road.stop(0, new FenceSettings(200, 1, 0, 8))), fast));
        List<Position> aside = List.of(
                Road.fix(-600, 0),
                new Position(Road.at(300), Road.LATITUDE + 0.02, Road.longitude(600), null, null, null));
        assertEquals(List.of(), Road.watch(List.of(Road.stop(0, new FenceSettings(200, 1, 0, 8))), aside));
    }

    @Test
    void fencesOfTwentyFiveMetersAHundredApartWork() {
        FenceSettings small = new FenceSettings(25, 1, 0, 500);
        List<Position> fixes = Road.drive(0, 100, 0, 10);
        fixes.addAll(Road.drive(100, 30, 11, 10));
        List<Passage> passages = Road.watch(List.of(Road.stop(0, small), Road.stop(100, small)), fixes);
        assertEquals(
                List.of("0 ARRIVAL", "0 DEPARTURE", "1 ARRIVAL", "1 DEPARTURE"),
                passages.stream()
                        .map(passage -> passage.stop() + " " + passage.kind())
                        .toList());
        assertTrue(passages.get(0).alreadyThere());
    }

    @Test
    void fencesWorkAcrossTheDateLine() {
        Fence fence = new Fence(0, 179.999, ONE_FIX);
        Position west = new Position(Instant.EPOCH, 0, 179.98, null, null, null);
        Position east = new Position(Instant.EPOCH.plusSeconds(500), 0, -179.98, null, null, null);
        List<Passage> passages = Road.watch(
                        Instant.EPOCH,
                        List.of(new Stop(fence, null, null)),
                        FenceWatch.State.EMPTY,
                        List.of(west, east))
                .passages();
        assertEquals(
                List.of(ARRIVAL, DEPARTURE),
                passages.stream().map(Passage::kind).toList());
    }

    @Test
    void theStateThatAnEarlierVersionKeptGoesOn() {
        FenceWatch.State kept = Geofencing.read("""
                {"recent":{"last":{"at":"2026-11-20T08:00:50Z","latitude":41.88,"longitude":-87.63,"accuracyMeters":5.0,"speedMetersPerSecond":0.0},
                "newer":null,"older":null},"presences":[{"runInside":true,"runStartedAt":"2026-11-20T08:00:00Z","runFirst":true,"proofs":6,
                "provedSince":"2026-11-20T08:00:00Z","visit":{"enteredAt":"2026-11-20T08:00:00Z","alreadyThere":true,"leftAt":null}}]}""");
        Stop reached = new Stop(Road.stop(0, USUAL).fence(), Road.at(0), null);
        assertEquals(
                List.of(new Passage(0, DEPARTURE, Road.at(100), false)),
                Road.watch(Road.at(0), List.of(reached), kept, Road.stand(3000, 100, 30))
                        .passages());
    }
}
