package org.lanerunner.tracks;

import java.util.List;

/** Reads files of one format. */
interface TrackReader {

    /** The format's name as people know it. */
    String format();

    /** True if the content looks like this format. The readers are asked in the order of {@link TrackFile}'s list. */
    boolean recognises(TrackSource source);

    /** All points in the order of the file, good or not; throws {@link TrackUnreadable} for a broken file. */
    List<TrackPoint> read(TrackSource source);
}
