package org.lanerunner.deals;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lanerunner.shared.Task;
import org.lanerunner.shared.Waiting;

class OfferTasksTest {

    private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");

    @Test
    void ofEachKindThoseThatEndFirstAreToldAndHowManyThereAre() {
        List<Task> tasks = new ArrayList<>();
        IntStream.range(0, 60).forEach(n -> tasks.add(offer("deals.fund-received", 60 - n)));
        IntStream.range(0, 3).forEach(n -> tasks.add(offer("deals.answer-offer", n)));
        List<Waiting> waiting = OfferTasks.nearest(tasks, 7, 50);
        assertEquals(53, waiting.size());
        for (Waiting each : waiting) {
            assertEquals(each.task().kind().equals("deals.answer-offer") ? 10 : 60, each.ofItsKind());
        }
        assertEquals(
                NOW.plusSeconds(50 * 60),
                waiting.stream()
                        .map(Waiting::task)
                        .filter(task -> task.kind().equals("deals.fund-received"))
                        .map(Task::deadline)
                        .max(Instant::compareTo)
                        .orElseThrow());
    }

    private static Task offer(String kind, int minutes) {
        return Task.about(kind, new Task.Thing("offer", UUID.randomUUID(), null))
                .by(NOW.plusSeconds(minutes * 60L), null);
    }
}
