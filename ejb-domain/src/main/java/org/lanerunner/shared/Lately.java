package org.lanerunner.shared;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was found out lately and is asked for again soon: so many at most, at a cost that does not grow with them. The newer half fills up, becomes the older one, and the older one is
 * forgotten; what is asked for comes to the newer half again. Whether it still holds its user says.
 */
public final class Lately<K, V> {

    private final int half;
    private volatile Map<K, V> newer = new ConcurrentHashMap<>();
    private volatile Map<K, V> older = Map.of();

    public Lately(int most) {
        half = most / 2;
    }

    /** @return null for what is not known, or no more */
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
