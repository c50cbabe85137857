package org.lanerunner.identity;

/** @param secret what opens it: shown now and never again */
public record ApiKeyMade(ApiKeyView key, String secret) {

    @Override
    public String toString() {
        return "ApiKeyMade " + key.id();
    }
}
