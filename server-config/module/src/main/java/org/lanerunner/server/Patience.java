package org.lanerunner.server;

import java.util.concurrent.TimeUnit;

/**
 * How long a worker waits for the reader of one answer. While few workers wait, as long as the reader takes its share of bytes in each window. When a quarter
 * of the workers wait, not for a second without a byte. When half of them wait, the reader that is waited for longest is given up whatever its pace, since an
 * honest reader has its answer by then. Only the time in which the answer stands still counts, not the time that it takes to make it.
 */
final class Patience {

    private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Pace pace;
    private final WaitingReaders waiting;
    private final long place;
    private long sent;
    private long sentBeforeWindow;
    private long nanos;
    private long stillNanos;
    private long windowNanos;

    Patience(Pace pace, WaitingReaders waiting, long sent) {
        this.pace = pace;
        this.waiting = waiting;
        this.sent = sent;
        sentBeforeWindow = sent;
        place = waiting.newPlace();
    }

    void waitBegins() {
        waiting.enter(place);
    }

    void waitEnds(long itsNanos) {
        waiting.leave(place);
        nanos += itsNanos;
        stillNanos += itsNanos;
        windowNanos += itsNanos;
    }

    /** Asked between two waits. @param sentNow how much of the answer is sent */
    boolean isOver(long sentNow) {
        if (sentNow != sent) {
            sent = sentNow;
            stillNanos = 0;
        }
        if (stillNanos >= SECOND_NANOS && waiting.areMany()) {
            return true;
        }
        if (nanos >= SECOND_NANOS && waiting.isOneTooMany(place)) {
            return true;
        }
        if (windowNanos < pace.window().toNanos()) {
            return false;
        }
        boolean tooSlow = sent - sentBeforeWindow < pace.bytesAWindow();
        sentBeforeWindow = sent;
        windowNanos = 0;
        return tooSlow;
    }
}
