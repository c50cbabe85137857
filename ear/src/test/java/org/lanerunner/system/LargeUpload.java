package org.lanerunner.system;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A document about as large as may be, made while it is sent: most of it at once, the rest in drops, fast enough for the server's patience, until it may end. */
final class LargeUpload extends InputStream {

    static final int BYTES_AT_ONCE = 9 * 1024 * 1024;
    private static final int BYTES_LATER = 512 * 1024;
    private static final int DROP_BYTES = 64;
    private static final int DROP_MILLISECONDS = 100;

    private static final int ENOUGH_DROPS = 10;

    private final CountDownLatch rest;
    private volatile int left = BYTES_AT_ONCE + BYTES_LATER;
    private CompletableFuture<Answer> answer;

    private LargeUpload(CountDownLatch rest) {
        this.rest = rest;
    }

    /** @param rest opened when it may end */
    static LargeUpload begin(Person as, CountDownLatch rest) {
        Form form = Form.file(("%PDF-1.7 " + UUID.randomUUID()).getBytes(StandardCharsets.US_ASCII));
        byte[] head = Arrays.copyOf(form.bytes(), form.bytes().length - "\r\n".length());
        byte[] tail = ("\r\n--" + form.boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII);
        LargeUpload upload = new LargeUpload(rest);
        InputStream body = new SequenceInputStream(Collections.enumeration(
                List.of(new ByteArrayInputStream(head), upload, new ByteArrayInputStream(tail))));
        HttpRequest request = HttpRequest.newBuilder(Rest.address("/api/documents"))
                .header("Content-Type", form.mediaType())
                .header("Authorization", "Bearer " + as.accessToken())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.fromPublisher(
                        HttpRequest.BodyPublishers.ofInputStream(() -> body),
                        head.length + BYTES_AT_ONCE + BYTES_LATER + tail.length))
                .build();
        upload.answer = CompletableFuture.supplyAsync(() -> Rest.send(request), send -> new Thread(send).start());
        return upload;
    }

    CompletableFuture<Answer> answer() {
        return answer;
    }

    /** All that comes at once is long on its way. */
    boolean dropsOnly() {
        return left <= BYTES_LATER - ENOUGH_DROPS * DROP_BYTES;
    }

    @Override
    public int read() {
        throw new UnsupportedOperationException("by its pieces only");
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int count = Math.min(left, length);
        if (left <= BYTES_LATER && !mayEnd()) {
            count = Math.min(count, DROP_BYTES);
        }
        Arrays.fill(bytes, offset, offset + count, (byte) 0);
        left -= count;
        return count;
    }

    private boolean mayEnd() throws InterruptedIOException {
        try {
            return rest.await(DROP_MILLISECONDS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
