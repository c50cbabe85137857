package org.lanerunner.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The server's classes in a form that the JVM maps into memory (application class data sharing). It saves a fifth or more of the start's processor time. The
 * JVM writes the archive when a server ends. It is kept only after a clean end, since an incomplete archive must never be read. The first start of a folder
 * writes none, since that server may only be for a demonstration. An archive fits one JDK and one build; with another of either it is made anew.
 */
final class ClassArchive {
    /** Thousands of classes can't be shared; the messages about them are of no use. */
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

    /** The JVM's options: use the archive, or else write one at the end. */
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

    /** Keeps the archive of a server that has ended by itself. */
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
