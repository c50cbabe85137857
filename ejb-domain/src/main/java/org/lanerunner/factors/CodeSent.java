package org.lanerunner.factors;

/**
 * A code is on its way to the caller, who will prove with it who they are.
 *
 * @param challenge the challenge to hand back with the code
 * @param expiresIn the number of seconds for which the code is good
 */
public record CodeSent(String challenge, long expiresIn) {

    @Override
    public String toString() {
        return "CodeSent";
    }
}
