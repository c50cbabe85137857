package org.lanerunner.server;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What all bodies together may take up, of those that arrive and those that a worker has yet to read. When it is full, the one that has been arriving longest
 * gives way: an honest body is there at once, so slow ones can't keep the others out.
 */
final class Room<T> {

    static final int BODIES = 1024;
    static final long BYTES = 512L * 1024 * 1024;

    private final int bodies;
    private final long bytes;
    private final Set<T> arriving = new LinkedHashSet<>();
    private int held;
    private long heldBytes;

    Room() {
        this(BODIES, BYTES);
    }

    Room(int bodies, long bytes) {
        this.bodies = bodies;
        this.bytes = bytes;
    }

    /** @return who has to give way to it, which is itself where everything else has arrived */
    synchronized Optional<T> enter(T body) {
        arriving.add(body);
        held++;
        return oldest();
    }

    synchronized Optional<T> take(long more) {
        heldBytes += more;
        return oldest();
    }

    /** It is all there: from now on it only waits for us. */
    synchronized void arrived(T body) {
        arriving.remove(body);
    }

    synchronized void leave(T body, long itsBytes) {
        arriving.remove(body);
        held--;
        heldBytes -= itsBytes;
    }

    private Optional<T> oldest() {
        return held > bodies || heldBytes > bytes ? arriving.stream().findFirst() : Optional.empty();
    }
}
