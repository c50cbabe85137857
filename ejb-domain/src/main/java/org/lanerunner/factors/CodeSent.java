package org.lanerunner.factors;

/**
 * A code is on its way to the caller, who proves with it who they are.
 *
 * @param challenge to be handed back with the code
 * @param expiresIn seconds for which the code is good
 */
public record CodeSent(String challenge, long expiresIn) {

    @Override
    public String toString() {
        return "CodeSent";
    }
}
