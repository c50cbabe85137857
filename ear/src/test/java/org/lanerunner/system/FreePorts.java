package org.lanerunner.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import org.lanerunner.launcher.Ports;

/** Four neighbouring ports, and one for HTTPS beside them, that nobody listens on. */
public final class FreePorts {
    private static final int HTTPS_OFFSET = 5;

    private FreePorts() {}

    public static Ports find() {
        // From anywhere, so that builds on one machine don't wait for each other's next free port.
        for (int attempt = 0; attempt < 200; attempt++) {
            Ports ports = Ports.from(21_000 + 10 * ThreadLocalRandom.current().nextInt(1_000));
            if (isFree(ports.http())
                    && isFree(ports.management())
                    && isFree(ports.postgres())
                    && isFree(ports.debug())
                    && isFree(https(ports))) {
                return ports;
            }
        }
        throw new IllegalStateException("no free ports");
    }

    static int https(Ports ports) {
        return ports.http() + HTTPS_OFFSET;
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
