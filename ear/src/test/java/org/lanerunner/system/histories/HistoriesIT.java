package org.lanerunner.system.histories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary.Failure;
import org.lanerunner.system.ProbeArchive;
import org.lanerunner.system.SystemTest;
import org.lanerunner.system.fuzz.Aftermath;
import org.lanerunner.system.probe.history.Act;
import org.lanerunner.system.probe.history.HistoryProbe;

/**
 * Whole histories of business by several organisations, told to the services inside the server: posts, offers, counters, awards, cancellations, assignments, facts of the road
 * and their corrections, proofs, releases, expiry. A plain model says of each step whether it can be done and what is so afterwards. In every build the same histories are played;
 * with {@code -Dlanerunner.histories.minutes=10} others, as long as that.
 */
@SystemTest
class HistoriesIT {

    private static final long MINUTES = Long.getLong("lanerunner.histories.minutes", 0);
    private static final String SECONDS_TO_SHRINK = MINUTES > 0 ? "180" : "60";

    private static Stage stage;
    private static Instant end;

    @Deployment(testable = false)
    static WebArchive probe() {
        return ProbeArchive.named("history-probe.war").addPackage(HistoryProbe.class.getPackage());
    }

    static Stage stage() {
        return stage;
    }

    static boolean hasTime() {
        return Instant.now().isBefore(end);
    }

    @BeforeAll
    static void setTheStage() {
        stage = new Stage();
    }

    @Test
    void servicesDoWhatAPlainModelSays() {
        stage.play(EachAct.STEPS);
        play("sameInEveryBuild", "othersAsLongAsThereIsTime", "java.util.List");
        System.out.println("done/refused: " + stage.played());
        assertEquals(List.of(), neverDone(), "each act was done at least once, so that it was tried at all");
    }

    @Test
    void ofTwoAtOnceNeitherBreaksAnything() {
        play(
                "twoAtOnceSameInEveryBuild",
                "twoAtOnceAsLongAsThereIsTime",
                "java.util.List, java.util.List, java.util.List");
    }

    private static List<Act> neverDone() {
        return Stream.of(Act.values())
                .filter(act -> act != Act.GO_ON)
                .filter(act -> stage.outcomes().getOrDefault(act, new int[1])[0] == 0)
                .toList();
    }

    /** By jqwik, which then finds the shortest history that fails. */
    private static void play(String always, String longer, String parameters) {
        end = Instant.now().plus(Duration.ofMinutes(MINUTES));
        Map<String, Long> before = Aftermath.counted();
        String property = MINUTES > 0 ? longer : always;
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectMethod(HistoryProperties.class, property, parameters))
                .filters(EngineFilter.includeEngines("jqwik"))
                .configurationParameter("jqwik.database", "target/jqwik-database")
                .configurationParameter("jqwik.shrinking.bounded.seconds", SECONDS_TO_SHRINK)
                .build();
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create(LauncherConfig.builder()
                        .enableLauncherSessionListenerAutoRegistration(false)
                        .build())
                .execute(request, summary);
        for (Failure failure : summary.getSummary().getFailures()) {
            throw new AssertionError(failure.getException().getMessage(), failure.getException());
        }
        assertEquals(1, summary.getSummary().getTestsSucceededCount());
        assertEquals(List.of(), Aftermath.worseThan(before));
    }
}
