package org.lanerunner.server;

import io.undertow.connector.ByteBufferPool;
import io.undertow.connector.PooledByteBuffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.xnio.IoUtils;

/**
 * What has come of a body: a few buffers, or for a larger body a file. The file has no name any more, so that nothing is left of it whatever happens. If it
 * can't be written, an UncheckedIOException is thrown.
 */
final class ReceivedBody {

    static final int BUFFERS = 4;

    private final ByteBufferPool pool;
    private final Path folder;
    private final List<PooledByteBuffer> buffers = new ArrayList<>();
    private FileChannel file;
    private boolean handedOver;

    ReceivedBody(ByteBufferPool pool, Path folder) {
        this.pool = pool;
        this.folder = folder;
        buffers.add(pool.allocate());
    }

    /** The buffer for the next bytes; it always has room for some. */
    ByteBuffer space() {
        ByteBuffer last = last();
        if (last.hasRemaining()) {
            return last;
        }
        if (file == null && buffers.size() < BUFFERS) {
            last.flip();
            buffers.add(pool.allocate());
            return last();
        }
        spill();
        return last();
    }

    /**
     * The whole body, to be read once by the code that handles the request from now on. Its buffers and its file are closed as they are read, or with the
     * request.
     */
    PooledByteBuffer[] handOver() {
        if (file == null) {
            handedOver = true;
            last().flip();
            return buffers.toArray(PooledByteBuffer[]::new);
        }
        spill();
        try {
            FilePart[] parts = FilePart.partsOf(file);
            handedOver = true;
            buffers.remove(0).close();
            return parts;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Throws away everything that was not handed over. */
    void discard() {
        if (!handedOver) {
            buffers.forEach(PooledByteBuffer::close);
            IoUtils.safeClose(file);
        }
    }

    private ByteBuffer last() {
        return buffers.get(buffers.size() - 1).getBuffer();
    }

    private void spill() {
        last().flip();
        try {
            if (file == null) {
                file = unnamed(folder);
            }
            for (PooledByteBuffer buffer : buffers) {
                while (buffer.getBuffer().hasRemaining()) {
                    file.write(buffer.getBuffer());
                }
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        while (buffers.size() > 1) {
            buffers.remove(0).close();
        }
        last().clear();
    }

    private static FileChannel unnamed(Path folder) throws IOException {
        Path path = Files.createTempFile(folder, "body", null);
        try {
            return FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } finally {
            Files.delete(path);
        }
    }
}
