package org.lanerunner.identity;

/** @param secret the secret of the key: shown now and never again */
public record ApiKeyMade(ApiKeyView key, String secret) {

    @Override
    public String toString() {
        return "ApiKeyMade " + key.id();
    }
}
