package org.lanerunner.tracks;

/**
 * A track that can't be read, or can't be driven: an unknown format, a broken or empty file, too few good fixes. The
 * message is one plain sentence for the person who named the file. It never quotes more than a few characters of it.
 */
public final class TrackUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TrackUnreadable(String message) {
        super(message);
    }

    TrackUnreadable(String message, Throwable cause) {
        super(message, cause);
    }
}
