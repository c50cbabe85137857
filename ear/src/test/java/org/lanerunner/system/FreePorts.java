package org.lanerunner.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.lanerunner.launcher.Ports;

/** Four neighbouring ports that nobody listens on. */
final class FreePorts {
    private FreePorts() {}

    static Ports find() {
        for (int port = 21_000; port < 30_000; port += 10) {
            Ports ports = Ports.from(port);
            if (isFree(ports.http()) && isFree(ports.management()) && isFree(ports.postgres()) && isFree(ports.debug())) {
                return ports;
            }
        }
        throw new IllegalStateException("no free ports");
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
