package org.lanerunner.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.DefaultByteBufferPool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivedBodyTest {

    private static final int BUFFER_BYTES = 1024;

    private final DefaultByteBufferPool pool = new DefaultByteBufferPool(false, BUFFER_BYTES);

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        pool.close();
    }

    /** Around the end of a buffer, of what stays in memory, and of a part of the file. */
    @ParameterizedTest
    @ValueSource(ints = {1, 1023, 1024, 1025, 4095, 4096, 4097, 5120, 65_535, 65_536, 65_537, 200_000})
    void whatCameIsReadAsItCameAndLeavesNoFile(int length) throws IOException {
        byte[] sent = new byte[length];
        new Random(length).nextBytes(sent);
        ReceivedBody body = new ReceivedBody(pool, folder);
        receive(body, sent);
        PooledByteBuffer[] whole = body.handOver();
        assertEquals(0, files());
        assertArrayEquals(sent, read(whole));
        body.discard();
    }

    @Test
    void whatCanNotBeKeptIsSaid() {
        ReceivedBody body = new ReceivedBody(pool, folder.resolve("not-there"));
        assertThrows(UncheckedIOException.class, () -> receive(body, new byte[10 * BUFFER_BYTES]));
        body.discard();
    }

    private static void receive(ReceivedBody body, byte[] sent) {
        ByteBuffer source = ByteBuffer.wrap(sent);
        while (source.hasRemaining()) {
            ByteBuffer space = body.space();
            int count = Math.min(space.remaining(), source.remaining());
            space.put(source.slice().limit(count));
            source.position(source.position() + count);
        }
    }

    private static byte[] read(PooledByteBuffer[] whole) {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        for (PooledByteBuffer part : whole) {
            byte[] bytes = new byte[part.getBuffer().remaining()];
            part.getBuffer().get(bytes);
            read.writeBytes(bytes);
            part.close();
        }
        return read.toByteArray();
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }
}
