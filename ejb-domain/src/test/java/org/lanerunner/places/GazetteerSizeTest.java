package org.lanerunner.places;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Holds the gazetteer to what its class comment says of memory and time, with room for slow machines. */
class GazetteerSizeTest {

    private static final long MOST_BYTES = 40L << 20;

    @Test
    void isLoadedSoonAndSmall() {
        Gazetteer.load();
        long before = used();
        long start = System.nanoTime();
        Gazetteer gazetteer = Gazetteer.load();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        long bytes = used() - before;
        assertEquals(23_461, gazetteer.cities());
        assertEquals(33_791, gazetteer.zips());
        assertTrue(bytes < MOST_BYTES, bytes + " bytes");
        assertTrue(took.compareTo(Duration.ofSeconds(20)) < 0, took.toString());
    }

    private static long used() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
