package org.lanerunner.shared;

/** Something that waits. @param ofItsKind how many there are of its kind, with those that are not told one by one */
public record Waiting(Task task, long ofItsKind) {

    /** The only one of its kind. */
    public static Waiting alone(Task task) {
        return new Waiting(task, 1);
    }
}
