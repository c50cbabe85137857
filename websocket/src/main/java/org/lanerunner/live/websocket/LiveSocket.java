package org.lanerunner.live.websocket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.SendHandler;
import java.io.IOException;
import java.time.Duration;

/** The connection below a {@link LiveChannel}. */
interface LiveSocket {

    String id();

    /** The peer's network address; behind a proxy, the proxy's. */
    String address();

    void send(String message, SendHandler sent);

    void ping() throws IOException;

    /** Says goodbye, and ends the connection a second later whether the peer does its part or not. */
    void close(CloseReason reason) throws IOException;

    /**
     * Does something later unless it is called off; nothing of it waits for a database.
     *
     * @return calls it off
     */
    Runnable after(Duration time, Runnable task);
}
