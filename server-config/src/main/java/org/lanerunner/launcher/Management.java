package org.lanerunner.launcher;

import java.nio.file.Path;
import java.util.List;

/** Runs management operations of the running server with WildFly's own command-line client. The same user on the same machine needs no password. */
final class Management {
    private final Build build;

    Management(Build build) {
        this.build = build;
    }

    void run(Ports ports, List<String> operations) {
        Run run = Run.of(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Djboss.home.dir=" + build.server(),
                "-Djboss.cli.config=" + build.server().resolve("bin/jboss-cli.xml"),
                "-jar",
                build.server().resolve("jboss-modules.jar").toString(),
                "-mp",
                build.server().resolve("modules").toString(),
                "org.jboss.as.cli",
                "--connect",
                "--controller=127.0.0.1:" + ports.management(),
                "--commands=" + String.join(",", operations)));
        if (!run.succeeded()) {
            throw new LaunchFailure(
                    "The server's management refused: " + run.output().strip());
        }
    }
}
