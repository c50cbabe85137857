package org.lanerunner.shared;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps what was found out lately and will soon be asked for again: at most so many entries, at a cost that does not grow with them. The newer half fills up
 * and becomes the older one, and the older one is forgotten. An entry that is asked for moves to the newer half. Whether an entry is still true, its user has
 * to decide.
 */
public final class Lately<K, V> {

    private final int half;
    private volatile Map<K, V> newer = new ConcurrentHashMap<>();
    private volatile Map<K, V> older = Map.of();

    public Lately(int most) {
        half = most / 2;
    }

    /** @return null for an entry that is not known, or not any more */
    public V get(K name) {
        V known = newer.get(name);
        if (known != null) {
            return known;
        }
        V before = older.get(name);
        if (before != null) {
            put(name, before);
        }
        return before;
    }

    public V put(K name, V found) {
        if (newer.size() >= half) {
            turn();
        }
        newer.put(name, found);
        return found;
    }

    private synchronized void turn() {
        if (newer.size() >= half) {
            older = newer;
            newer = new ConcurrentHashMap<>();
        }
    }

    int size() {
        return newer.size() + older.size();
    }
}
