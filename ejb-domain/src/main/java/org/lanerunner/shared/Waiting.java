package org.lanerunner.shared;

/** A task that waits. @param ofItsKind how many tasks of its kind there are, with those that are not told one by one */
public record Waiting(Task task, long ofItsKind) {

    /** The only one of its kind. */
    public static Waiting alone(Task task) {
        return new Waiting(task, 1);
    }
}
