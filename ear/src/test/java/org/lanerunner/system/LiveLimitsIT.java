package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lanerunner.system.RawSocket.BINARY;
import static org.lanerunner.system.RawSocket.COMPRESSED;
import static org.lanerunner.system.RawSocket.CONTINUATION;
import static org.lanerunner.system.RawSocket.LAST;
import static org.lanerunner.system.RawSocket.PING;
import static org.lanerunner.system.RawSocket.PONG;
import static org.lanerunner.system.RawSocket.TEXT;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What bounds the live channel: nobody keeps more of the server than a page needs, with a ticket or without. */
@SystemTest
class LiveLimitsIT {

    private static final byte[] NOTHING = {};
    private static final byte[] PART = new byte[600];

    /** As long as this, and a server that counts nothing has taken enough to show it. */
    private static final int MOST_PARTS = 20;

    /** As many without a ticket as the server takes of one address, see {@link TestServer}. */
    private static final int WAITING_OF_ADDRESS = 20;

    private static final String TICKET_MISSING = "1008 live/ticket-missing";

    private static final int OF_A_PERSON = 20;

    static {
        Arrays.fill(PART, (byte) 'x');
    }

    @Test
    void aMessageThatNeverEndsIsCutAtItsLimit() throws Exception {
        try (RawSocket known = known();
                RawSocket stranger = RawSocket.open()) {
            assertEquals("1009 live/too-large after 1", endlessMessage(stranger));
            assertEquals("1009 live/too-large after 3", endlessMessage(known));
            stranger.sendUntilCut(CONTINUATION, PART);
            known.sendUntilCut(LAST | CONTINUATION, PART);
        }
    }

    /** Each part is read before the next is sent. */
    private static String endlessMessage(RawSocket socket) throws Exception {
        RawSocket.Frame answer = socket.sendAndWait(TEXT, PART);
        int parts = 0;
        while (answer.opcode() == PONG && parts < MOST_PARTS) {
            answer = socket.sendAndWait(CONTINUATION, PART);
            parts++;
        }
        return (answer.opcode() == PONG ? "still open" : RawSocket.goodbye(answer)) + " after " + parts;
    }

    @Test
    void aMessageInVeryManyPiecesEndsTheChannel() throws Exception {
        try (RawSocket stranger = RawSocket.open()) {
            stranger.send(TEXT, NOTHING);
            stranger.send(CONTINUATION, NOTHING, 300);
            assertEquals("1008 live/too-many-messages", stranger.goodbye());
        }
    }

    @Test
    void aMessageInAFewPiecesIsHeard() throws Exception {
        byte[] ticket = ticket(People.shipper());
        try (RawSocket socket = RawSocket.open()) {
            assertEquals(
                    PONG, socket.sendAndWait(TEXT, Arrays.copyOf(ticket, 5)).opcode());
            assertEquals(PONG, socket.sendAndWait(CONTINUATION, NOTHING).opcode());
            socket.send(LAST | CONTINUATION, Arrays.copyOfRange(ticket, 5, ticket.length));
            assertEquals("{\"type\":\"ready\"}", new String(socket.next().payload(), StandardCharsets.UTF_8));
        }
    }

    /** The server opens the channel on one thread and reads it on another. */
    @Test
    void aMessageRightAfterTheHandshakeIsHeard() throws Exception {
        for (int i = 0; i < 30; i++) {
            try (RawSocket eager = RawSocket.open()) {
                eager.send(LAST | TEXT, "{}".getBytes(StandardCharsets.UTF_8));
                assertEquals("1008 live/ticket-refused", eager.goodbye());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {PING, PONG})
    void aFloodOfPingsAndPongsEndsTheChannel(int opcode) throws Exception {
        try (RawSocket known = known();
                RawSocket stranger = RawSocket.open()) {
            for (RawSocket socket : List.of(stranger, known)) {
                socket.send(LAST | opcode, NOTHING, 200);
                assertEquals("1008 live/too-many-messages", socket.goodbye());
            }
        }
    }

    @Test
    void binaryAndCompressedFramesAreNotTaken() throws Exception {
        try (RawSocket stranger = RawSocket.open()) {
            stranger.send(BINARY, PART);
            assertEquals("1003 live/text-only", stranger.goodbye());
            stranger.sendUntilCut(CONTINUATION, PART);
        }
        try (RawSocket offering =
                RawSocket.open("Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n")) {
            assertTrue(offering.handshake().get(0).contains(" 101 "));
            assertTrue(
                    offering.handshake().stream().noneMatch(line -> line.contains("Extensions")),
                    offering.handshake()::toString);
            offering.send(LAST | COMPRESSED | TEXT, PART);
            assertTrue(offering.goodbye().startsWith("1002 "));
        }
    }

    @Test
    void manySocketsWithoutATicketKeepNobodyOut() throws Exception {
        String goodbye = TICKET_MISSING;
        for (int attempt = 0; attempt < 5 && goodbye.equals(TICKET_MISSING); attempt++) {
            goodbye = goodbyeToTheOldestOfMany();
        }
        assertEquals("1013 live/busy", goodbye);
    }

    /** On a slow machine the oldest's time may be over before there are enough others, which proves nothing. */
    private static String goodbyeToTheOldestOfMany() throws Exception {
        List<RawSocket> sockets = new ArrayList<>();
        try (RawSocket oldest = RawSocket.open()) {
            for (int i = 0; i < WAITING_OF_ADDRESS; i++) {
                RawSocket next = RawSocket.open();
                sockets.add(next);
                assertEquals(PONG, next.sendAndWait(LAST | PING, NOTHING).opcode());
            }
            String goodbye = oldest.goodbye();
            sockets.add(known());
            return goodbye;
        } finally {
            close(sockets);
        }
    }

    @Test
    void aPersonHasTwentyChannelsAndAnotherWhenOneIsGone() throws Exception {
        Person person = People.shipper();
        List<RawSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < OF_A_PERSON; i++) {
                sockets.add(RawSocket.open());
                assertEquals("ready", shown(sockets.get(i), person));
            }
            try (RawSocket tooMany = RawSocket.open()) {
                assertEquals("1008 live/too-many-channels", shown(tooMany, person));
            }
            sockets.remove(0).close();
            Eventually.get(
                    () -> {
                        try (RawSocket next = RawSocket.open()) {
                            return shown(next, person);
                        }
                    },
                    "ready"::equals);
        } finally {
            close(sockets);
        }
    }

    /** What the server says to a ticket. */
    private static String shown(RawSocket socket, Person person) throws Exception {
        socket.send(LAST | TEXT, ticket(person));
        RawSocket.Frame answer = socket.next();
        return answer.opcode() == TEXT
                ? Rest.JSON.readTree(answer.payload()).path("type").asText()
                : RawSocket.goodbye(answer);
    }

    private static void close(List<RawSocket> sockets) throws IOException {
        for (RawSocket socket : sockets) {
            socket.close();
        }
    }

    private static RawSocket known() throws Exception {
        RawSocket socket = RawSocket.open();
        assertEquals("ready", shown(socket, People.shipper()));
        return socket;
    }

    private static byte[] ticket(Person person) {
        return ("{\"ticket\":\"" + Channel.ticket(person) + "\"}").getBytes(StandardCharsets.UTF_8);
    }
}
