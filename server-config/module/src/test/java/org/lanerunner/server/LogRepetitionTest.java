package org.lanerunner.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ConnectException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogRepetitionTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final String OURS = "org.lanerunner.shared.rest.ProblemMapper";
    private static final String THEIRS = "org.jboss.as.ejb3.invocation";

    private final LogRepetition filter = new LogRepetition();

    @Test
    void eachFailedRequestHasItsLineAndEachCauseOneTraceAMinute() {
        List<LogRecord> written = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            LogRecord line = line(OURS, Level.SEVERE, new IllegalStateException("request " + i, refused(i)), i);
            assertTrue(filter.isLoggable(line));
            written.add(line);
        }
        assertEquals(1, written.stream().filter(LogRepetitionTest::hasTrace).count());
        assertTrue(hasTrace(written.get(0)));
        assertEquals(
                "java.net.ConnectException: refused 7 (its trace stands above, once a minute)",
                written.get(7).getThrown().toString());
    }

    @Test
    void theTraceComesAgainAfterAMinute() {
        List<Boolean> traces = IntStream.of(0, 59_999, 60_000, 60_001, 120_000)
                .mapToObj(millis -> {
                    LogRecord line = line(OURS, Level.SEVERE, refused(0), millis);
                    filter.isLoggable(line);
                    return hasTrace(line);
                })
                .toList();
        assertEquals(List.of(true, false, true, false, true), traces);
    }

    @Test
    void anotherCauseHasItsOwnTrace() {
        LogRecord first = line(OURS, Level.SEVERE, refused(0), 0);
        LogRecord elsewhere = line(OURS, Level.SEVERE, new ConnectException("refused 0"), 0);
        LogRecord other = line(OURS, Level.SEVERE, new IllegalArgumentException("other"), 0);
        for (LogRecord line : List.of(first, elsewhere, other)) {
            Throwable thrown = line.getThrown();
            assertTrue(filter.isLoggable(line));
            assertSame(thrown, line.getThrown());
        }
    }

    @Test
    void eachKindOfRefusalOfTheDatabaseHasItsOwnTrace() {
        List<Boolean> traces = new ArrayList<>();
        for (String state : List.of("23505", "42P01", "23505")) {
            LogRecord line = line(OURS, Level.SEVERE, new SQLException("refused", state), 0);
            assertTrue(filter.isLoggable(line));
            traces.add(hasTrace(line));
        }
        assertEquals(List.of(true, true, false), traces);
    }

    @Test
    void theServersOwnLoggersWarnTenTimesAMinuteAndSayWhenTheyStop() {
        List<LogRecord> written = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            LogRecord line = line(THEIRS, Level.WARNING, i % 2 == 0 ? refused(i) : null, i);
            if (filter.isLoggable(line)) {
                written.add(line);
            }
        }
        assertEquals(10, written.size());
        assertTrue(written.get(9).getThrown().toString().contains("is left out"));
        assertTrue(filter.isLoggable(line("io.undertow.request", Level.SEVERE, null, 100)));
        assertTrue(filter.isLoggable(line(THEIRS, Level.INFO, null, 100)));
        LogRecord later = line(THEIRS, Level.WARNING, null, 60_000);
        assertTrue(filter.isLoggable(later));
        assertNull(later.getThrown());
    }

    @Test
    void veryManyCausesDoNotFillTheMemory() {
        for (int i = 0; i < 5_000; i++) {
            Exception cause = new Exception();
            cause.setStackTrace(new StackTraceElement[] {new StackTraceElement("C", "m", "C.java", i)});
            assertTrue(filter.isLoggable(line(OURS, Level.SEVERE, cause, i)));
        }
        assertTrue(filter.isLoggable(line(OURS, Level.SEVERE, refused(0), 200_000)));
    }

    private static boolean hasTrace(LogRecord line) {
        return !(line.getThrown() instanceof LogRepetition.Mentioned);
    }

    private static ConnectException refused(int number) {
        return new ConnectException("refused " + number);
    }

    private static LogRecord line(String logger, Level level, Throwable thrown, long millis) {
        LogRecord line = new LogRecord(level, "words");
        line.setLoggerName(logger);
        line.setThrown(thrown);
        line.setInstant(NOW.plusMillis(millis));
        return line;
    }
}
