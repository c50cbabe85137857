package org.lanerunner.launcher;

/** Stops a command, and says why in words for the person at the console. It is never shown with a stack trace. */
public class LaunchFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LaunchFailure(String message) {
        super(message);
    }

    public LaunchFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
