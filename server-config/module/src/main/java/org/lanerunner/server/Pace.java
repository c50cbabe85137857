package org.lanerunner.server;

import java.time.Duration;

/** How fast a client has to be, looked at once a window. */
record Pace(Duration window, int bytesPerSecond) {

    /** What has to move in one window. */
    long bytesAWindow() {
        return window.toMillis() * bytesPerSecond / 1000;
    }
}
