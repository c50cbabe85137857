package org.lanerunner.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Refusal;

/**
 * A document while its bytes arrive. They are hashed on the way and go to a file under a passing name, so memory never holds them all. It refuses a document
 * that is larger than 10 MiB, empty or of another type as soon as that shows. Whatever becomes of the document, closing it leaves no passing file.
 */
public final class ArrivingDocument extends OutputStream {

    static final long MAXIMUM_BYTES = 10 * 1024 * 1024L;

    private final Path file;
    private final FileChannel channel;
    private final MessageDigest digest = sha256();
    private final byte[] head = new byte[DocumentType.HEAD_BYTES];
    private long sizeBytes;
    private DocumentType type;

    ArrivingDocument(Path file) throws IOException {
        this.file = file;
        this.channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        look(bytes, offset, length);
        sizeBytes += length;
        if (sizeBytes > MAXIMUM_BYTES) {
            throw new Refusal(Refusal.Kind.TOO_LARGE, "documents/too-large", "A document has at most 10 MB.")
                    .beyond(Limit.DOCUMENT);
        }
        digest.update(bytes, offset, length);
        for (ByteBuffer chunk = ByteBuffer.wrap(bytes, offset, length); chunk.hasRemaining(); ) {
            channel.write(chunk);
        }
    }

    /** All bytes have arrived; returns once they are safely on disk. */
    public ArrivedFile complete() throws IOException {
        if (type == null) {
            type = typeOf((int) sizeBytes);
        }
        channel.force(true);
        channel.close();
        return new ArrivedFile(HexFormat.of().formatHex(digest.digest()), sizeBytes, type, file);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }

    /** The first bytes tell the type, however few arrive at once. */
    private void look(byte[] bytes, int offset, int length) {
        if (type != null) {
            return;
        }
        int known = (int) sizeBytes;
        int more = Math.min(length, head.length - known);
        System.arraycopy(bytes, offset, head, known, more);
        if (known + more == head.length) {
            type = typeOf(head.length);
        }
    }

    private DocumentType typeOf(int length) {
        return DocumentType.of(head, length)
                .orElseThrow(() -> new Refusal(
                        Refusal.Kind.UNSUPPORTED,
                        "documents/type-unsupported",
                        "A document is a JPEG, PNG or WebP picture or a PDF; this file's content is none."));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
