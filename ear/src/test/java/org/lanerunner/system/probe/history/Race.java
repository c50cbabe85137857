package org.lanerunner.system.probe.history;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.lanerunner.shared.Correlation;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Uuid7;

/**
 * Several actors at once about the same few things. Who comes first nobody knows, so the model does not say what each may do; but nothing else than a refusal comes out,
 * and afterwards all that must always hold does.
 */
final class Race {

    private final History history;
    private final Tables tables;
    private final World world;

    Race(History history, Tables tables, World world) {
        this.history = history;
        this.tables = tables;
        this.world = world;
    }

    /** @param actors the steps of each, all of them about what is there when the race begins */
    void run(List<List<Step>> actors, ExecutorService threads) throws InterruptedException {
        CountDownLatch ready = new CountDownLatch(actors.size());
        List<Callable<List<String>>> tasks = new ArrayList<>();
        for (List<Step> steps : actors) {
            List<Attempt<?>> attempts = new ArrayList<>();
            steps.forEach(step -> {
                Attempt<?> attempt = history.attempt(step);
                if (attempt != null) {
                    attempts.add(attempt);
                }
            });
            tasks.add(() -> act(attempts, ready));
        }
        List<Future<List<String>>> ends = new ArrayList<>();
        tasks.forEach(task -> ends.add(threads.submit(task)));
        List<String> unexpected = new ArrayList<>();
        for (Future<List<String>> end : ends) {
            unexpected.addAll(endOf(end));
        }
        History.agree("came out of a race", unexpected);
        History.agree("tables after a race", tables.wrong());
        History.agree(
                "log after a race",
                new WrittenLog(tables, world.lastStops()).disagreements(tables.states(), world.begin));
    }

    private static List<String> endOf(Future<List<String>> end) throws InterruptedException {
        try {
            return end.get();
        } catch (ExecutionException failure) {
            return List.of("a thread failed: " + failure.getCause());
        }
    }

    /** @return what came out that is no refusal */
    private static List<String> act(List<Attempt<?>> attempts, CountDownLatch ready) throws InterruptedException {
        List<String> unexpected = new ArrayList<>();
        ready.countDown();
        ready.await();
        for (Attempt<?> attempt : attempts) {
            Correlation.set(Uuid7.next().toString(), "race");
            try {
                attempt.service().call();
            } catch (Refusal refused) {
                if (!History.KNOWN.contains(refused.kind())) {
                    unexpected.add("refused as " + refused.kind() + " " + refused.slug());
                }
            } catch (Exception other) {
                unexpected.add(History.rootOf(other));
            } finally {
                Correlation.clear();
            }
        }
        return unexpected;
    }
}
