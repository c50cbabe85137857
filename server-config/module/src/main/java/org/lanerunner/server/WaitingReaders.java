package org.lanerunner.server;

import java.util.TreeSet;

/** The answers that workers stand still with at this moment, by how long ago each began to. */
final class WaitingReaders {

    private final int workers;
    private final TreeSet<Long> places = new TreeSet<>();
    private long lastPlace;

    WaitingReaders(int workers) {
        this.workers = workers;
    }

    /** What an answer keeps from its first wait to its last. */
    synchronized long newPlace() {
        return ++lastPlace;
    }

    synchronized void enter(long place) {
        places.add(place);
    }

    synchronized void leave(long place) {
        places.remove(place);
    }

    /** Whether a quarter of the workers wait. */
    synchronized boolean areMany() {
        return places.size() >= workers / 4;
    }

    /** Whether half of the workers wait, and this one longer than those who may stay; it is not counted itself, being between two waits. */
    synchronized boolean isOneTooMany(long place) {
        int tooMany = places.size() + 1 - workers / 2;
        return places.headSet(place).size() < tooMany;
    }
}
