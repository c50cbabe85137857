package org.lanerunner.flags;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Grants;
import org.lanerunner.shared.Principal;
import org.lanerunner.shared.Sql;

/** Two nodes on one table. */
class FlagRegisterTest {

    private static final Caller SOMEBODY = new Caller(
            new Principal.Person(UUID.randomUUID(), UUID.randomUUID(), Instant.EPOCH, false),
            UUID.randomUUID(),
            Grants.NONE);

    /** A database that does not answer. */
    private static final DataSource GONE = (DataSource) Proxy.newProxyInstance(
            FlagRegisterTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (source, method, arguments) -> {
                throw new SQLException("gone");
            });

    private final Table table = new Table();
    private final FlagRegister here = new FlagRegister(table);
    private final FlagRegister there = new FlagRegister(table);

    @BeforeEach
    void start() {
        table.rule = rule(0, 0);
        here.start();
        there.start();
    }

    @Test
    void aChangeIsKnownAtOnceWhereItIsMadeAndWithTheNextLookElsewhere() {
        assertFalse(isOn(here) || isOn(there));
        table.rule = rule(100, 1);
        here.changedHere(table.rule);
        assertTrue(isOn(here));
        assertFalse(isOn(there));
        there.lookAgain();
        assertTrue(isOn(there));
    }

    /** The look began before the change was committed. */
    @Test
    void whatWasReadBeforeAChangeDoesNotTakeItsPlace() {
        here.changedHere(rule(100, 1));
        here.lookAgain();
        assertTrue(isOn(here));
    }

    @Test
    void theRevisionGrowsWithChangesOnly() {
        int before = there.revision();
        there.lookAgain();
        assertEquals(before, there.revision());
        table.rule = rule(10, 1);
        there.lookAgain();
        assertNotEquals(before, there.revision());
    }

    @Test
    void aDatabaseThatDoesNotAnswerLeavesWhatIsKnown() {
        table.rule = rule(100, 1);
        here.lookAgain();
        table.rule = null;
        here.lookAgain();
        assertTrue(isOn(here));
    }

    private static boolean isOn(FlagRegister register) {
        return register.rule(Flag.SHORTCUT_HELP).orElseThrow().isOn(SOMEBODY, Flag.SHORTCUT_HELP);
    }

    private static FlagRule rule(int percentage, int version) {
        return new FlagRule(Flag.SHORTCUT_HELP.name(), false, percentage, Set.of(), Set.of(), version);
    }

    private static final class Table extends FlagTable {

        private FlagRule rule;

        @Override
        void declare() {
            // the row is there
        }

        @Override
        List<FlagRule> read() {
            if (rule == null) {
                return new Sql(GONE).query("SELECT 1", row -> null);
            }
            return List.of(rule);
        }
    }
}
