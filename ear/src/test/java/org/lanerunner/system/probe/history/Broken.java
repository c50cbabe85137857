package org.lanerunner.system.probe.history;

/** Something happened in a history that must not. */
final class Broken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Broken(String what) {
        super(what);
    }

    Broken(String what, Throwable cause) {
        super(what, cause);
    }
}
