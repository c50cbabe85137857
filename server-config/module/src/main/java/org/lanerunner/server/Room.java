package org.lanerunner.server;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Limits the memory or disk of all bodies together: those that arrive, and those that a worker has yet to read. When it is full, the body that has been
 * arriving longest must give way. An honest body is there at once, so slow ones can't keep the others out.
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

    /** @return the body that must give way to this one; this one itself where all others have arrived */
    synchronized Optional<T> enter(T body) {
        arriving.add(body);
        held++;
        return oldest();
    }

    synchronized Optional<T> take(long more) {
        heldBytes += more;
        return oldest();
    }

    /** The whole body is there; from now on it only waits for the server. */
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
