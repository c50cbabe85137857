package org.lanerunner.identity;

import java.util.List;

/**
 * The password was right, and a second factor must be shown.
 *
 * @param challenge to be handed back with the factor; good once
 * @param methods the factors that this person can show
 * @param expiresIn the number of seconds for which it is good
 */
public record Challenge(String challenge, List<String> methods, long expiresIn) {

    @Override
    public String toString() {
        return "Challenge";
    }
}
