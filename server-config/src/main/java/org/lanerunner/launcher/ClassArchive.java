package org.lanerunner.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The server's classes in the form the JVM maps into memory (application class data sharing): saves a fifth of the start's processor time or more. The JVM writes
 * it when a server ends, and it is kept only after a clean end, since half of one must never be read. The first start of a folder leaves it out, as that
 * server may only serve a demonstration. Made for one JDK and one build; another of either makes it anew.
 */
final class ClassArchive {
    /** Thousands of classes can't be shared, which is no news. */
    private static final String QUIET = "-Xlog:cds=off";

    private final Path archive;
    private final Path fresh;
    private final Path stamp;
    private final Build build;
    private final boolean keptData;

    ClassArchive(Build build, DataFolder data) {
        this.build = build;
        this.archive = data.run().resolve("server-classes.jsa");
        this.fresh = data.run().resolve("server-classes.jsa.new");
        this.stamp = data.run().resolve("server-classes.stamp");
        this.keptData = Files.exists(data.logs().resolve("server.json"));
    }

    /** What the JVM is told: to use the archive, or else to write one when it ends. */
    List<String> jvmOptions() {
        try {
            Files.deleteIfExists(fresh);
            if (Files.exists(archive)
                    && Files.exists(stamp)
                    && Files.readString(stamp).equals(stampNow())) {
                return List.of("-XX:SharedArchiveFile=" + archive, QUIET);
            }
            Files.deleteIfExists(archive);
            Files.writeString(stamp, stampNow());
            return keptData ? List.of("-XX:ArchiveClassesAtExit=" + fresh, QUIET) : List.of();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Takes over what a server wrote that has ended by itself. */
    void keep() {
        try {
            if (Files.exists(fresh)) {
                Files.move(fresh, archive, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private String stampNow() throws IOException {
        return Runtime.version() + " " + build.server() + " " + Files.size(build.ear()) + " "
                + Files.getLastModifiedTime(build.ear()).toMillis();
    }
}
