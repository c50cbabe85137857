package org.lanerunner.factors;

/**
 * The data with which an authenticator app is set up. They are shown once.
 *
 * @param uri the seed for a QR code; @param secret the same seed, to be typed
 */
public record NewApp(String uri, String secret) {

    @Override
    public String toString() {
        return "NewApp";
    }
}
