package org.lanerunner.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.TimeUnit;

/** The ports of one data folder: HTTP is P, the server's management P+1, the embedded PostgreSQL P+2, a debugger in development P+3. */
public record Ports(int http, int management, int postgres, int debug) {
    private static final int FREE_TRIES = 20;

    public static Ports from(int http) {
        if (http < 1024 || http > 65_000) {
            throw new LaunchFailure("The port must lie between 1024 and 65000, not " + http + ".");
        }
        return new Ports(http, http + 1, http + 2, http + 3);
    }

    static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** Waits a little, since a killed predecessor holds its port until the system has released it. */
    static void requireFree(int port, String what) {
        for (int attempt = 0; attempt < FREE_TRIES && !isFree(port); attempt++) {
            pause();
        }
        if (!isFree(port)) {
            throw new LaunchFailure("Port " + port + " (" + what
                    + ") is taken by another program. Choose other ports with --port, or --https-port.");
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Interrupted.", interrupted);
        }
    }
}
