package org.lanerunner.factors;

/**
 * What an authenticator app is set up with: shown once.
 *
 * @param uri for a QR code; @param secret the same to be typed
 */
public record NewApp(String uri, String secret) {

    @Override
    public String toString() {
        return "NewApp";
    }
}
