package org.lanerunner.live.websocket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.SendHandler;
import java.io.IOException;
import java.time.Duration;

/** The connection of a {@link LiveChannel}. */
interface LiveSocket {

    String id();

    /** The peer's network address; behind a proxy, the proxy's. */
    String address();

    void send(String message, SendHandler sent);

    void ping() throws IOException;

    /** Sends the close, and ends the connection a second later, whether or not the peer answers. */
    void close(CloseReason reason) throws IOException;

    /**
     * Runs a task later unless it is called off. The task never waits for a database.
     *
     * @return calls the task off
     */
    Runnable after(Duration time, Runnable task);
}
