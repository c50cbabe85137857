package org.lanerunner.system;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A WebSocket whose frames are written by hand, as no browser would write them. */
final class RawSocket implements AutoCloseable {

    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;
    static final int LAST = 0x80;
    static final int COMPRESSED = 0x40;

    private static final int PATIENCE_MILLIS = 40_000;

    /** What came: the opcode and what it carries. */
    record Frame(int opcode, byte[] payload) {}

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private final List<String> handshake = new ArrayList<>();

    private RawSocket(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        this.out = socket.getOutputStream();
    }

    static RawSocket open(String... headers) throws IOException {
        Socket socket =
                new Socket(TestServer.address().getHost(), TestServer.address().getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        RawSocket raw = new RawSocket(socket);
        String request =
                "GET /ws/live HTTP/1.1\r\nHost: " + TestServer.address().getAuthority()
                        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n" + String.join("", headers) + "\r\n";
        raw.out.write(request.getBytes(StandardCharsets.US_ASCII));
        for (String line = raw.line(); !line.isEmpty(); line = raw.line()) {
            raw.handshake.add(line);
        }
        return raw;
    }

    List<String> handshake() {
        return handshake;
    }

    void send(int first, byte[] payload) throws IOException {
        send(first, payload, 1);
    }

    /** The same frame as often, in one write. */
    void send(int first, byte[] payload, int times) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(first);
        if (payload.length < 126) {
            frame.write(LAST | payload.length);
        } else {
            frame.write(LAST | 126);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        }
        frame.write(new byte[4]); // a key of zeros masks nothing
        frame.write(payload);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            frame.writeTo(all);
        }
        out.write(all.toByteArray());
    }

    /** What the server says next; its own pings, which may come at any time, are passed over. */
    Frame next() throws IOException {
        int opcode;
        byte[] payload;
        do {
            opcode = in.readUnsignedByte() & 0x0F;
            int length = in.readUnsignedByte();
            payload = new byte[length == 126 ? in.readUnsignedShort() : length];
            in.readFully(payload);
        } while (opcode == PING);
        return new Frame(opcode, payload);
    }

    /** Sends a frame and waits until the server has read it: then its answer to a ping is here, or its goodbye. */
    Frame sendAndWait(int first, byte[] payload) throws IOException {
        send(first, payload);
        send(LAST | PING, new byte[0]);
        return next();
    }

    /** Code and reason of the server's goodbye. */
    String goodbye() throws IOException {
        Frame frame = next();
        while (frame.opcode() != CLOSE) {
            frame = next();
        }
        return goodbye(frame);
    }

    static String goodbye(Frame close) {
        byte[] payload = close.payload();
        int code = (payload[0] & 0xFF) << 8 | payload[1] & 0xFF;
        return code + " " + new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8);
    }

    /** Sends on until the connection is gone. */
    void sendUntilCut(int first, byte[] payload) {
        Eventually.get(
                () -> {
                    try {
                        send(first, payload);
                        return false;
                    } catch (IOException cut) {
                        return true;
                    }
                },
                cut -> cut);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n' && c >= 0; c = in.read()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
