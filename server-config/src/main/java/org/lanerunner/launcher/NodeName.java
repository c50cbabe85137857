package org.lanerunner.launcher;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import org.lanerunner.shared.ServerSettings;

/** The name of one server among those that share a database. A name that WildFly's transactions could not carry is refused. */
record NodeName(String text) {
    /** The longest name that fits into the transactions' identifiers. */
    private static final int MOST = 23;

    private static final Pattern FIT = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,21}[A-Za-z0-9])?");

    static NodeName of(EffectiveSettings settings, Ports ports) {
        String given = settings.text(ServerSettings.NODE_NAME);
        if (given.isEmpty()) {
            return settings.text(ServerSettings.DB_URL).isEmpty() ? alone(ports) : of(hostName(), ports);
        }
        if (!FIT.matcher(given).matches()) {
            throw new LaunchFailure(ServerSettings.NODE_NAME.environmentName() + " must be 1 to " + MOST
                    + " letters, digits, dots and hyphens, not \"" + given + "\".");
        }
        return new NodeName(given);
    }

    /** With a database of its own no other server shares it, so the name stays where the host gets another one, and the server goes on with its interrupted jobs. */
    private static NodeName alone(Ports ports) {
        return of("", ports);
    }

    /** The end of a long name: of hosts that are made by the dozen the beginning is the same. */
    static NodeName of(String host, Ports ports) {
        String port = "-" + ports.http();
        String fit = host.replaceFirst("\\..*", "").replaceAll("[^A-Za-z0-9-]", "");
        String end = fit.substring(Math.max(0, fit.length() - (MOST - port.length())))
                .replaceFirst("^-+", "");
        return new NodeName((end.isEmpty() ? "lanerunner" : end) + port);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "lanerunner";
        }
    }

    /** JVM options that give the node's name to its jobs, its transactions and the lines of its log. */
    List<String> jvmOptions() {
        return List.of("-Djboss.node.name=" + text, "-Djboss.tx.node.id=" + text, "-Djboss.process.name=" + text);
    }
}
