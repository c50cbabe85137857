package org.lanerunner.server;

import java.time.Duration;

/** How fast a client must be; it is checked once in each window. */
record Pace(Duration window, int bytesPerSecond) {

    /** The bytes that must move in one window. */
    long bytesAWindow() {
        return window.toMillis() * bytesPerSecond / 1000;
    }
}
