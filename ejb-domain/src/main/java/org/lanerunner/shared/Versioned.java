package org.lanerunner.shared;

/** A view of something that changes: its version is the ETag of the answer that shows it. */
public interface Versioned {

    int version();
}
