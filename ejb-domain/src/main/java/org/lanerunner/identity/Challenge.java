package org.lanerunner.identity;

import java.util.List;

/**
 * The password was right, and a second factor is to be shown.
 *
 * @param challenge handed back with the factor; good once
 * @param methods which factors this person can show
 * @param expiresIn seconds
 */
public record Challenge(String challenge, List<String> methods, long expiresIn) {

    @Override
    public String toString() {
        return "Challenge";
    }
}
