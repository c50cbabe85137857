package org.lanerunner.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.lanerunner.launcher.DataFolder;
import org.lanerunner.launcher.Database;
import org.lanerunner.launcher.LaunchFailure;

/** The trivial resource as a deployment of its own, in the server of one data folder. */
final class Peer {
    private static final String WAR = "bench.war";
    private static final String[] CLASSES = {
        "PeerApplication", "PeerLoad", "PeerPart", "PeerNote", "PeerResource", "PeerResource$Request"
    };
    private static final String MANIFEST =
            "Manifest-Version: 1.0\r\nDependencies: com.fasterxml.jackson.core.jackson-databind,\r\n"
                    + " com.fasterxml.jackson.core.jackson-core,com.fasterxml.jackson.core.jackson-\r\n annotations\r\n\r\n";
    private static final int PATIENCE_SECONDS = 60;

    private Peer() {}

    /** Before the server starts: puts the WAR where it will find it. */
    static void install(DataFolder data) {
        try {
            Files.createDirectories(deployments(data));
            write(deployments(data).resolve(WAR));
            Files.writeString(deployments(data).resolve(WAR + ".dodeploy"), "");
        } catch (IOException broken) {
            throw new LaunchFailure("The peer can't be deployed: " + broken.getMessage(), broken);
        }
    }

    /** After the server has started: makes the tables. */
    static void prepare(DataFolder data, Database.Access access) {
        long end = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
        while (!Files.exists(deployments(data).resolve(WAR + ".deployed"))) {
            if (System.nanoTime() > end || Files.exists(deployments(data).resolve(WAR + ".failed"))) {
                throw new LaunchFailure("The peer was not deployed; the server's log tells why.");
            }
            Pause.milliseconds(100);
        }
        try (Connection connection = DriverManager.getConnection(
                        access.url(), access.owner().user(), access.owner().password());
                Statement statement = connection.createStatement()) {
            statement.execute(new String(resource("/peer/tables.sql"), StandardCharsets.UTF_8));
        } catch (SQLException | IOException broken) {
            throw new LaunchFailure("The peer's tables can't be made: " + broken.getMessage(), broken);
        }
    }

    private static Path deployments(DataFolder data) {
        return data.server().resolve("deployments");
    }

    private static void write(Path war) throws IOException {
        try (OutputStream file = Files.newOutputStream(war);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            entry(zip, "META-INF/MANIFEST.MF", MANIFEST.getBytes(StandardCharsets.US_ASCII));
            entry(zip, "WEB-INF/web.xml", resource("/peer/web.xml"));
            entry(zip, "WEB-INF/beans.xml", resource("/peer/beans.xml"));
            entry(zip, "WEB-INF/classes/META-INF/persistence.xml", resource("/peer/persistence.xml"));
            for (String name : CLASSES) {
                String path = "org/lanerunner/benchmarks/peer/" + name + ".class";
                entry(zip, "WEB-INF/classes/" + path, resource("/" + path));
            }
        }
    }

    static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    static byte[] resource(String name) throws IOException {
        try (InputStream in = Peer.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(name + " is missing in the build");
            }
            return in.readAllBytes();
        }
    }
}
