package org.lanerunner.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Setting;
import org.lanerunner.shared.Settings;
import org.lanerunner.shared.Uuid7;

/**
 * The folder that keeps documents, each under its SHA-256, so that the same bytes are kept once and a name is never a path. A file is written under a
 * passing name, forced to disk and then moved: under a hash there is either the whole file or nothing. The row that names it is written after; a crash in
 * between leaves bytes that nobody can read and the next upload of the same bytes uses. Refuses what is larger than 10 MiB, empty or of another type.
 */
@ApplicationScoped
class DocumentFolder {

    static final long MAXIMUM_BYTES = 10 * 1024 * 1024L;
    private static final int BUFFER_BYTES = 64 * 1024;

    private Path root;

    DocumentFolder() {}

    @Inject
    DocumentFolder(Settings settings) {
        this(folder(settings.text(Setting.DOCUMENTS_DIRECTORY)));
    }

    DocumentFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    StoredFile keep(InputStream content) {
        Path arriving = root.resolve("arriving").resolve(Uuid7.next().toString());
        try {
            Files.createDirectories(arriving.getParent());
            StoredFile stored = write(content, arriving);
            Path place = place(stored.sha256());
            Files.createDirectories(place.getParent());
            Files.move(arriving, place, StandardCopyOption.ATOMIC_MOVE);
            force(place.getParent());
            return stored;
        } catch (IOException failure) {
            throw new UncheckedIOException("a document could not be written", failure);
        } finally {
            discard(arriving);
        }
    }

    /** Where the bytes of this hash are. */
    Path place(String sha256) {
        return root.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private static StoredFile write(InputStream content, Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER_BYTES];
        long sizeBytes = 0;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            int length = content.readNBytes(buffer, 0, DocumentType.HEAD_BYTES);
            DocumentType type = DocumentType.of(buffer, length)
                    .orElseThrow(() -> new Refusal(
                            Refusal.Kind.UNSUPPORTED,
                            "documents/type-unsupported",
                            "A document is a JPEG, PNG or WebP picture or a PDF; this file's content is none."));
            while (length > 0) {
                sizeBytes += length;
                if (sizeBytes > MAXIMUM_BYTES) {
                    throw new Refusal(Refusal.Kind.TOO_LARGE, "documents/too-large", "A document has at most 10 MB.");
                }
                digest.update(buffer, 0, length);
                for (ByteBuffer chunk = ByteBuffer.wrap(buffer, 0, length); chunk.hasRemaining(); ) {
                    channel.write(chunk);
                }
                length = content.read(buffer);
            }
            channel.force(true);
            return new StoredFile(HexFormat.of().formatHex(digest.digest()), sizeBytes, type);
        }
    }

    /** A new name is on disk only when its folder is. */
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void discard(Path arriving) {
        try {
            Files.deleteIfExists(arriving);
        } catch (IOException failure) {
            throw new UncheckedIOException("what arrived could not be discarded", failure);
        }
    }

    /** A relative folder lies in the data folder, beside the server's base directory. */
    private static Path folder(String configured) {
        Path path = Path.of(configured);
        String serverBase = System.getProperty("jboss.server.base.dir");
        return path.isAbsolute() || serverBase == null
                ? path
                : Path.of(serverBase).resolveSibling(path);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
