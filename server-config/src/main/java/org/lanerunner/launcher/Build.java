package org.lanerunner.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The places where the build has put things: the server directory, the EAR and the versions. Nothing is written there at run time. */
public record Build(Path home, Path server, Path ear, String version, String postgresVersion) {

    /** The build of the project whose top folder is {@code home}. */
    public static Build of(Path home) {
        Properties properties = new Properties();
        try (InputStream in = Build.class.getResourceAsStream("/launcher.properties")) {
            properties.load(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new Build(
                home,
                home.resolve("server-config/target/server"),
                home.resolve("ear/target/lanerunner.ear"),
                properties.getProperty("version"),
                properties.getProperty("postgresql.version"));
    }

    void requireComplete() {
        for (Path part : new Path[] {server.resolve("jboss-modules.jar"), ear}) {
            if (!Files.exists(part)) {
                throw new LaunchFailure(
                        "The build is not complete: " + part + " is missing. Run: mvn package -DskipTests");
            }
        }
    }
}
