package org.lanerunner.federation;

/** The address to which the browser goes now. */
public record Begun(String url) {

    @Override
    public String toString() {
        return "Begun";
    }
}
