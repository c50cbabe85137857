package org.lanerunner.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jboss.logging.Logger;
import org.lanerunner.shared.ServerSettings;
import org.lanerunner.shared.Settings;
import org.lanerunner.shared.Uuid7;

/**
 * The folder that keeps documents, each under its SHA-256, so that the same bytes are kept once and a name is never a path. A file is written under a passing
 * name, forced to disk and then moved: under a hash there is either the whole file or nothing. The row that names it is written after that. A crash in between
 * leaves bytes that nobody can read and that the next upload of the same bytes uses. Arriving files lie apart, in a folder for each server that nobody else can
 * read. What a crash left there is deleted at the next start.
 */
@ApplicationScoped
class DocumentFolder {

    private static final Logger LOG = Logger.getLogger(DocumentFolder.class);

    private Path root;
    private Path arriving;

    DocumentFolder() {}

    @Inject
    DocumentFolder(Settings settings) {
        this(folder(settings.text(ServerSettings.DOCUMENTS_DIRECTORY)), System.getProperty("jboss.node.name", "local"));
    }

    DocumentFolder(Path root, String node) {
        this.root = root.toAbsolutePath().normalize();
        this.arriving = this.root.resolve("arriving").resolve(node);
        empty(arriving);
    }

    /** Makes the folder with the server's start, before anything can arrive. */
    void open(@Observes @Initialized(ApplicationScoped.class) Object started) {
        LOG.debugf("documents lie in %s", root);
    }

    ArrivingDocument receive() {
        try {
            createPrivate(arriving);
            return new ArrivingDocument(arriving.resolve(Uuid7.next().toString()));
        } catch (IOException failure) {
            throw new UncheckedIOException("a document could not be received", failure);
        }
    }

    /** Moves a file that has arrived to its place. */
    void keep(ArrivedFile file) {
        Path place = place(file.sha256());
        try {
            Files.createDirectories(place.getParent());
            Files.move(file.arrived(), place, StandardCopyOption.ATOMIC_MOVE);
            force(place.getParent());
        } catch (IOException failure) {
            throw new UncheckedIOException("a document could not be kept", failure);
        }
    }

    /** The file with the bytes of this hash. */
    Path place(String sha256) {
        return root.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    /** A new name is on disk only once its folder is forced to disk. */
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void createPrivate(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder.getParent());
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    private static void empty(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
            for (Path file : left) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            LOG.warn("what a crash left of arriving documents could not be removed", failure);
        }
    }

    /** A relative path means a folder in the data folder, beside the server's base directory. */
    private static Path folder(String configured) {
        Path path = Path.of(configured);
        String serverBase = System.getProperty("jboss.server.base.dir");
        return path.isAbsolute() || serverBase == null
                ? path
                : Path.of(serverBase).resolveSibling(path);
    }
}
