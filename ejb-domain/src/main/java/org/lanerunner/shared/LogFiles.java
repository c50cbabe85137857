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
 * Keeps logs short that others write and do not rotate: the embedded PostgreSQL's and the console's. The last part of a long log is kept in a file beside it.
 * Its writer appends, and so goes on at the beginning of the emptied file. Together with {@code server.json}, which rotates by itself, they have
 * {@code LANERUNNER_LOG_BYTES}.
 */
@Singleton
@Startup
@SuspendsTransaction(because = "only its timer calls it")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LogFiles {

    private static final Logger LOG = Logger.getLogger(LogFiles.class);

    /** Each of two files and their predecessors has a sixteenth, so together they have a quarter. */
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
