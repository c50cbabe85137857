package org.lanerunner.home;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lanerunner.shared.Task;
import org.lanerunner.shared.Waiting;

class HomeTest {

    private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");

    @Test
    void theNearestDeadlineComesFirstAndWhatOnlyBeginsLast() {
        HomeView home = Home.view(List.of(
                Waiting.alone(Task.toBegin("fleet.first-driver")),
                Waiting.alone(draft()),
                Waiting.alone(task("bookings.late", -60)),
                Waiting.alone(task("deals.answer-offer", 60)),
                Waiting.alone(task("bookings.dispatch", 30))));
        assertEquals(
                List.of(
                        "bookings.late",
                        "bookings.dispatch",
                        "deals.answer-offer",
                        "loads.finish-draft",
                        "fleet.first-driver"),
                home.tasks().stream().map(Task::kind).toList());
    }

    @Test
    void ofMoreThanIsToldTheNumberIsTold() {
        List<Waiting> waiting = Stream.of("a.one", "b.two", "c.three", "d.four", "e.five")
                .flatMap(kind -> IntStream.range(0, 50).mapToObj(n -> new Waiting(task(kind, n), 151)))
                .toList();
        HomeView home = Home.view(waiting);
        assertEquals(200, home.tasks().size());
        assertEquals(NOW.plusSeconds(39 * 60), home.tasks().get(199).deadline());
        assertEquals(new HomeView.Total("a.one", 151), home.totals().get(0));
        assertEquals(5, home.totals().size());
    }

    private static Task draft() {
        return Task.about("loads.finish-draft", new Task.Thing("load", UUID.randomUUID(), "L-1"));
    }

    private static Task task(String kind, int minutes) {
        return Task.about(kind, new Task.Thing("booking", UUID.randomUUID(), "B-1"))
                .by(NOW.plusSeconds(minutes * 60L), "America/Chicago");
    }
}
