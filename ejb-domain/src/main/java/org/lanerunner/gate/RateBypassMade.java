package org.lanerunner.gate;

/** @param token the secret, which is shown only now */
public record RateBypassMade(RateBypassView bypass, String token) {

    @Override
    public String toString() {
        return "RateBypassMade[" + bypass.id() + "]";
    }
}
