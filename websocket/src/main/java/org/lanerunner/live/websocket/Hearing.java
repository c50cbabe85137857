package org.lanerunner.live.websocket;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Whether this server hears what happens. While it does not, it has no channels: a page that has one takes what it shows for the present, and a page without one says how
 * old that is.
 */
@ApplicationScoped
class Hearing {

    private volatile boolean on;

    Hearing() {}

    boolean isOn() {
        return on;
    }

    void begins() {
        on = true;
    }

    void ends() {
        on = false;
    }
}
