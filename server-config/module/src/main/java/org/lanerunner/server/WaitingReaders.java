package org.lanerunner.server;

import java.util.TreeSet;

/** The answers for whose readers workers wait at this moment, in the order in which the waiting began. */
final class WaitingReaders {

    private final int workers;
    private final TreeSet<Long> places = new TreeSet<>();
    private long lastPlace;

    WaitingReaders(int workers) {
        this.workers = workers;
    }

    /** The place of an answer in that order; the answer keeps it from its first wait to its last. */
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

    /** Whether half of the workers wait and this answer has waited longer than those that may stay. It is not counted itself, since it is between two waits. */
    synchronized boolean isOneTooMany(long place) {
        int tooMany = places.size() + 1 - workers / 2;
        return places.headSet(place).size() < tooMany;
    }
}
