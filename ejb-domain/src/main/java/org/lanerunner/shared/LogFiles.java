package org.lanerunner.shared;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jboss.logging.Logger;

/**
 * Keeps short the logs that others write and do not rotate: the embedded PostgreSQL's and the console's. The last part of a long one is kept beside it, and its
 * writer goes on at the beginning: both append. With {@code server.json}, which rotates by itself, all have {@code LANERUNNER_LOG_BYTES}.
 */
@Singleton
@Startup
@SuspendsTransaction(because = "only its timer calls it")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LogFiles {

    private static final Logger LOG = Logger.getLogger(LogFiles.class);

    /** Two files and their predecessors have a quarter of it. */
    private static final int SHARE = 16;

    @Inject
    private Settings settings;

    @Schedule(hour = "*", minute = "*", persistent = false, info = "long logs")
    public void shorten() {
        int most = settings.number(ServerSettings.LOG_BYTES) / SHARE;
        shorten(System.getProperty("jboss.server.log.dir"), "console.log", most);
        shorten(System.getProperty("lanerunner.data.directory"), "postgresql/postgresql.log", most);
    }

    private static void shorten(String folder, String name, long most) {
        if (folder == null) {
            return;
        }
        try {
            shorten(Path.of(folder, name), most);
        } catch (IOException kept) {
            LOG.warnf("%s stays long: %s", name, kept);
        }
    }

    static void shorten(Path file, long most) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) <= most) {
            return;
        }
        Path before = file.resolveSibling(file.getFileName() + ".1");
        try (FileChannel from = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileChannel to = FileChannel.open(
                        before,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            from.transferTo(from.size() - most, most, to);
            from.truncate(0);
        }
    }
}
