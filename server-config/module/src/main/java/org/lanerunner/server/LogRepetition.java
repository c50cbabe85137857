package org.lanerunner.server;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * Keeps an outage from filling the disk with the same lines. Each failed request has its line, but the stack trace of one cause is written once a minute; the
 * lines after it only name the cause. What the server's own loggers add to each of these lines is cut, too: each may warn ten times a minute.
 */
public final class LogRepetition implements Filter {

    static final int MOST_WARNINGS_A_MINUTE = 10;

    private static final String OURS = "org.lanerunner.";
    private static final long MINUTE_MILLIS = 60_000;
    private static final int FRAMES_OF_A_CAUSE = 10;
    private static final int MOST_CAUSES = 1_000;
    private static final int DEEPEST_CAUSE = 20;

    private final Map<String, Long> traced = new HashMap<>();
    private final Map<String, Warnings> warnings = new HashMap<>();

    @Override
    public synchronized boolean isLoggable(LogRecord record) {
        int number = record.getLevel().intValue() < Level.WARNING.intValue() || isOurs(record) ? 0 : number(record);
        if (number > MOST_WARNINGS_A_MINUTE) {
            return false;
        }
        Throwable failure = record.getThrown();
        if (failure != null && !isNews(failure, record.getMillis())) {
            record.setThrown(new Mentioned(root(failure) + " (its trace stands above, once a minute)"));
        }
        if (number == MOST_WARNINGS_A_MINUTE) {
            record.setThrown(new Mentioned((failure == null ? "" : root(failure) + ": ")
                    + "what this logger warns of in the next minute is left out"));
        }
        return true;
    }

    private static boolean isOurs(LogRecord record) {
        return record.getLoggerName() != null && record.getLoggerName().startsWith(OURS);
    }

    /** The number of this warning among those of its logger within a minute. */
    private int number(LogRecord record) {
        Warnings now = warnings.get(String.valueOf(record.getLoggerName()));
        if (now == null || record.getMillis() - now.since >= MINUTE_MILLIS) {
            now = new Warnings(record.getMillis());
            warnings.put(String.valueOf(record.getLoggerName()), now);
        }
        now.count++;
        return now.count;
    }

    private boolean isNews(Throwable failure, long now) {
        if (traced.size() > MOST_CAUSES) {
            traced.values().removeIf(since -> now - since >= MINUTE_MILLIS);
        }
        String cause = placeOf(root(failure));
        Long since = traced.get(cause);
        if (since != null && now - since < MINUTE_MILLIS) {
            return false;
        }
        if (traced.size() <= MOST_CAUSES) {
            traced.put(cause, now);
        }
        return true;
    }

    /** The place where it failed identifies the cause, since the words may differ each time. */
    private static String placeOf(Throwable root) {
        StringBuilder place = new StringBuilder(root.getClass().getName());
        if (root instanceof SQLException sql) {
            // the driver reports all of the database's refusals from one place, so the SQLSTATE distinguishes them
            place.append('\n').append(sql.getSQLState());
        }
        StackTraceElement[] frames = root.getStackTrace();
        for (int i = 0; i < Math.min(frames.length, FRAMES_OF_A_CAUSE); i++) {
            place.append('\n')
                    .append(frames[i].getClassName())
                    .append(':')
                    .append(frames[i].getMethodName())
                    .append(':')
                    .append(frames[i].getLineNumber());
        }
        return place.toString();
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        for (int depth = 0; root.getCause() != null && depth < DEEPEST_CAUSE; depth++) {
            root = root.getCause();
        }
        return root;
    }

    /** How often a logger has warned, and since when. */
    private static final class Warnings {

        private final long since;
        private int count;

        Warnings(long since) {
            this.since = since;
        }
    }

    /** Stands for a failure whose stack trace is not written. */
    static final class Mentioned extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Mentioned(String words) {
            super(words, null, false, false);
        }

        @Override
        public String toString() {
            return getMessage();
        }
    }
}
