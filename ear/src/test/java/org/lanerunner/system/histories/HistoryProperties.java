package org.lanerunner.system.histories;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.lanerunner.system.probe.history.Act;
import org.lanerunner.system.probe.history.Step;

/** The histories that {@link HistoriesIT} has played: the same ones in every build, or others as long as there is time. */
class HistoryProperties {

    private static final int LONGEST = 110;
    private static final int MOSTLY = 30;

    /** What is left of them is only made and not played. */
    private static final int MORE_THAN_THERE_IS_TIME_FOR = 20_000;

    private static final Set<Act> OFTEN = Set.of(Act.POST_LOAD, Act.POST_TRIP, Act.OFFER, Act.ACCEPT, Act.CORRECT);

    @Property(
            seed = "20261126",
            tries = 14,
            edgeCases = EdgeCasesMode.NONE,
            afterFailure = AfterFailureMode.RANDOM_SEED)
    void sameInEveryBuild(@ForAll("histories") List<Step> history) {
        HistoriesIT.stage().play(history);
    }

    @Property(
            tries = MORE_THAN_THERE_IS_TIME_FOR,
            edgeCases = EdgeCasesMode.NONE,
            afterFailure = AfterFailureMode.RANDOM_SEED)
    void othersAsLongAsThereIsTime(@ForAll("histories") List<Step> history) {
        if (HistoriesIT.hasTime()) {
            HistoriesIT.stage().play(history);
        }
    }

    @Property(
            seed = "20261126",
            tries = 10,
            edgeCases = EdgeCasesMode.NONE,
            afterFailure = AfterFailureMode.RANDOM_SEED)
    void twoAtOnceSameInEveryBuild(
            @ForAll("beginnings") List<Step> before,
            @ForAll("few") List<Step> first,
            @ForAll("few") List<Step> second) {
        HistoriesIT.stage().race(before, first, second);
    }

    @Property(
            tries = MORE_THAN_THERE_IS_TIME_FOR,
            edgeCases = EdgeCasesMode.NONE,
            afterFailure = AfterFailureMode.RANDOM_SEED)
    void twoAtOnceAsLongAsThereIsTime(
            @ForAll("beginnings") List<Step> before,
            @ForAll("few") List<Step> first,
            @ForAll("few") List<Step> second) {
        if (HistoriesIT.hasTime()) {
            HistoriesIT.stage().race(before, first, second);
        }
    }

    @Provide
    Arbitrary<List<Step>> beginnings() {
        return steps().list().ofMaxSize(40).withSizeDistribution(RandomDistribution.uniform());
    }

    @Provide
    Arbitrary<List<Step>> few() {
        return steps().list().ofMinSize(1).ofMaxSize(8);
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        return steps().list().ofMaxSize(LONGEST).withSizeDistribution(RandomDistribution.uniform());
    }

    private static Arbitrary<Step> steps() {
        return Combinators.combine(
                        Arbitraries.frequency(often()),
                        Arbitraries.integers().between(0, 63).withDistribution(RandomDistribution.uniform()),
                        Arbitraries.integers().between(0, 3).withDistribution(RandomDistribution.uniform()),
                        Arbitraries.integers().between(0, 500).withDistribution(RandomDistribution.uniform()))
                .as(Step::new);
    }

    /** So that many get far, and nothing is left out. */
    @SuppressWarnings("unchecked")
    private static Tuple2<Integer, Act>[] often() {
        return Stream.of(Act.values())
                .map(act -> Tuple.of(act == Act.GO_ON ? MOSTLY : OFTEN.contains(act) ? 3 : 2, act))
                .toArray(Tuple2[]::new);
    }
}
