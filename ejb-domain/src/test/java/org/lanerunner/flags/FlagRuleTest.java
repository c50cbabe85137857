package org.lanerunner.flags;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Grants;
import org.lanerunner.shared.Principal;

class FlagRuleTest {

    private static final int UNITS = 10_000;

    /** Three standard deviations of a fair draw at its widest, 50 %: 1.5 % of the units. */
    private static final int BOUND = 150;

    private static final UUID ORGANISATION = UUID.fromString("0199f0a0-0000-7000-8000-000000000002");

    /** Random ones, the same in every build. */
    private static final List<Caller> CALLERS = callers();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 25, 50, 75, 99, 100})
    void thePercentageOfTenThousandHaveIt(int percentage) {
        long on = CALLERS.stream().filter(isOn(percentage)).count();
        long wanted = (long) UNITS * percentage / 100;
        assertTrue(Math.abs(on - wanted) <= BOUND, on + " of " + UNITS + " at " + percentage + " %");
        assertTrue(percentage > 0 || on == 0);
        assertTrue(percentage < 100 || on == UNITS);
    }

    @Test
    void raisingThePercentageTakesItFromNobody() {
        Set<Caller> had = new HashSet<>();
        for (int percentage = 0; percentage <= 100; percentage++) {
            Set<Caller> have =
                    new HashSet<>(CALLERS.stream().filter(isOn(percentage)).toList());
            assertTrue(have.containsAll(had), "somebody lost it at " + percentage + " %");
            had = have;
        }
    }

    /** Places must not change with a build: who had a flag yesterday has it today. */
    @Test
    void placesAreWhatTheyWere() {
        assertEquals(8112, FlagRule.place("SHORTCUT_HELP", UUID.fromString("0199f0a0-0000-7000-8000-000000000001")));
        assertEquals(8299, FlagRule.place("SHORTCUT_HELP", ORGANISATION));
    }

    /** Else the same unlucky ones would try everything first. */
    @Test
    void anotherFlagIsOnForOthers() {
        long both = CALLERS.stream()
                .map(caller -> caller.actorId())
                .filter(unit -> FlagRule.place("ONE", unit) < 5000 && FlagRule.place("OTHER", unit) < 5000)
                .count();
        assertTrue(Math.abs(both - UNITS / 4) <= BOUND, both + " have both");
    }

    @Test
    void whoIsNamedHasItWhateverThePercentage() {
        Caller named = CALLERS.get(0);
        Caller other = new Caller(CALLERS.get(1).principal(), UUID.randomUUID(), Grants.NONE);
        FlagRule rule = rule(false, 0, Set.of(), Set.of(named.actorId()));
        assertTrue(rule.isOn(named, Flag.SHORTCUT_HELP));
        assertFalse(rule.isOn(other, Flag.SHORTCUT_HELP));
        FlagRule colleagues = rule(false, 0, Set.of(ORGANISATION), Set.of());
        assertTrue(CALLERS.stream().allMatch(caller -> colleagues.isOn(caller, Flag.SHORTCUT_HELP)));
        assertFalse(colleagues.isOn(other, Flag.SHORTCUT_HELP));
    }

    @Test
    void killedItIsOffForWhoIsNamedToo() {
        Caller named = CALLERS.get(0);
        FlagRule killed = rule(true, 100, Set.of(ORGANISATION), Set.of(named.actorId()));
        assertFalse(killed.isOn(named, Flag.SHORTCUT_HELP));
    }

    /** A flag by person counts persons: the system has the default, a key is one like any other. */
    @Test
    void theSystemHasTheDefaultOfAFlagByPerson() {
        FlagRule all = rule(false, 100, Set.of(), Set.of());
        assertFalse(all.isOn(Caller.system(ORGANISATION), Flag.SHORTCUT_HELP));
        assertTrue(all.isOn(
                new Caller(new Principal.ApiKey(UUID.randomUUID()), ORGANISATION, Grants.NONE), Flag.SHORTCUT_HELP));
        assertTrue(
                rule(false, 0, Set.of(ORGANISATION), Set.of()).isOn(Caller.system(ORGANISATION), Flag.SHORTCUT_HELP));
    }

    private static java.util.function.Predicate<Caller> isOn(int percentage) {
        FlagRule rule = rule(false, percentage, Set.of(), Set.of());
        return caller -> rule.isOn(caller, Flag.SHORTCUT_HELP);
    }

    private static FlagRule rule(boolean killed, int percentage, Set<UUID> organisations, Set<UUID> persons) {
        return new FlagRule(Flag.SHORTCUT_HELP.name(), killed, percentage, organisations, persons, 1);
    }

    private static List<Caller> callers() {
        Random random = new Random(20261127);
        return Stream.generate(() -> new Caller(
                        new Principal.Person(
                                new UUID(random.nextLong(), random.nextLong()),
                                new UUID(0, random.nextLong()),
                                Instant.EPOCH,
                                false),
                        ORGANISATION,
                        Grants.NONE))
                .limit(UNITS)
                .toList();
    }
}
