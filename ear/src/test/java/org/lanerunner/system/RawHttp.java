package org.lanerunner.system;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection on which a test says exactly what it wants, as no decent client would. */
final class RawHttp implements AutoCloseable {

    private static final int PATIENCE_MILLISECONDS = 60_000;

    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

    private static final int USUAL_BUFFER_BYTES = 64 * 1024;

    private final Socket socket;

    RawHttp(String text) {
        this(text, USUAL_BUFFER_BYTES);
    }

    /** @param bufferBytes how much may come before somebody reads it */
    RawHttp(String text, int bufferBytes) {
        try {
            socket = new Socket();
            socket.setReceiveBufferSize(bufferBytes);
            socket.setSoTimeout(PATIENCE_MILLISECONDS);
            socket.connect(new InetSocketAddress(
                    TestServer.address().getHost(), TestServer.address().getPort()));
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What the server says until it ends the connection, which it has to. */
    String answerAndEnd() {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Head and body of an answer that says how long it is; the connection may stay open. */
    String answer() {
        try {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) in.read());
            }
            Matcher length = LENGTH.matcher(head);
            byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
            return head + new String(body, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Sends some more, as far as the server still takes it. */
    void trickle(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException ended) {
            // what it answered before tells
        }
    }

    /** Says that nothing more comes, and waits for the server to end the connection too. */
    void hangUpAndWait() {
        try {
            socket.shutdownOutput();
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException ended) {
            // a reset is an end as well
        }
    }

    /** Waits for the first byte of the answer. */
    void awaitAnswer() {
        try {
            socket.getInputStream().read();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
