package org.lanerunner.federation;

/** Where the browser goes now. */
public record Begun(String url) {

    @Override
    public String toString() {
        return "Begun";
    }
}
