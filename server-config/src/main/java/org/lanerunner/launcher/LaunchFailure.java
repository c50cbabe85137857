package org.lanerunner.launcher;

/** Something that stops a command, said in words for the person at the console; never shown with a stack trace. */
public class LaunchFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LaunchFailure(String message) {
        super(message);
    }

    public LaunchFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
