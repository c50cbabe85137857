package org.lanerunner.live.websocket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A socket whose peer takes no more than the first message unless it {@link #takes} all, and whose later tasks are rung by the test. */
final class HeldSocket implements LiveSocket {

    final List<Runnable> later = new ArrayList<>();
    final List<String> sent = new ArrayList<>();
    CloseReason reason;
    boolean takes;
    private final String address;

    HeldSocket(String address) {
        this.address = address;
    }

    @Override
    public String id() {
        return toString();
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public void send(String message, SendHandler taken) {
        sent.add(message);
        if (takes) {
            taken.onResult(new SendResult());
        }
    }

    @Override
    public void ping() {}

    @Override
    public void close(CloseReason why) {
        reason = why;
    }

    @Override
    public Runnable after(Duration time, Runnable task) {
        later.add(task);
        return () -> later.remove(task);
    }
}
