package org.lanerunner.server;

import io.undertow.connector.PooledByteBuffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.atomic.AtomicInteger;
import org.xnio.IoUtils;

/**
 * A piece of a body that is in a file, in the form in which the server reads buffered bodies. It comes into memory when it is read; the last piece that is
 * closed closes the file.
 */
final class FilePart implements PooledByteBuffer {

    private static final int BYTES = 64 * 1024;

    private final FileChannel file;
    private final AtomicInteger open;
    private final long from;
    private final int length;
    private ByteBuffer bytes;
    private boolean closed;

    private FilePart(FileChannel file, AtomicInteger open, long from, int length) {
        this.file = file;
        this.open = open;
        this.from = from;
        this.length = length;
    }

    static FilePart[] partsOf(FileChannel file) throws IOException {
        long size = file.size();
        FilePart[] parts = new FilePart[(int) ((size + BYTES - 1) / BYTES)];
        AtomicInteger open = new AtomicInteger(parts.length);
        for (int i = 0; i < parts.length; i++) {
            long from = (long) i * BYTES;
            parts[i] = new FilePart(file, open, from, (int) Math.min(BYTES, size - from));
        }
        return parts;
    }

    @Override
    public ByteBuffer getBuffer() {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        if (bytes == null) {
            bytes = read();
        }
        return bytes;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            bytes = null;
            if (open.decrementAndGet() == 0) {
                IoUtils.safeClose(file);
            }
        }
    }

    @Override
    public boolean isOpen() {
        return !closed;
    }

    private ByteBuffer read() {
        ByteBuffer part = ByteBuffer.allocate(length);
        try {
            while (part.hasRemaining()) {
                if (file.read(part, from + part.position()) < 0) {
                    throw new IOException("the file of a body is shorter than it was");
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return part.flip();
    }
}
