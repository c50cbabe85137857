package org.lanerunner.tracking.live;

import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.lanerunner.shared.Caller;

/**
 * One open WebSocket: who it is for, what it subscribed to, and what waits to be sent. One message is on its way at a time; a peer that reads so slowly that
 * too many wait is cut off rather than kept in memory.
 */
final class LiveChannel {

    private static final Logger LOG = Logger.getLogger(LiveChannel.class);
    private static final int MOST_WAITING = 256;
    private static final int MOST_MESSAGES_A_WINDOW = 60;
    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final Duration LONGEST_SEND = Duration.ofSeconds(30);

    private final Session session;
    private final Instant openedAt;
    private final Set<UUID> bookings = ConcurrentHashMap.newKeySet();
    private final Map<UUID, Instant> lastPositions = new ConcurrentHashMap<>();
    private volatile boolean organisation;
    private volatile Caller caller;
    private volatile Instant heardAt;

    private final Deque<String> waiting = new ArrayDeque<>();
    private boolean sending;
    private Instant sendingSince;
    private boolean closed;

    private Instant windowStartedAt;
    private int messagesInWindow;

    LiveChannel(Session session, Instant now) {
        this.session = session;
        this.openedAt = now;
        this.heardAt = now;
        this.windowStartedAt = now;
    }

    Instant openedAt() {
        return openedAt;
    }

    Instant heardAt() {
        return heardAt;
    }

    /** Null until the ticket was good. */
    Caller caller() {
        return caller;
    }

    void isFor(Caller known) {
        caller = known;
    }

    Set<UUID> bookings() {
        return bookings;
    }

    boolean followsOrganisation() {
        return organisation;
    }

    void followOrganisation(boolean follow) {
        organisation = follow;
    }

    /** True when a position of this time is news for the booking here. */
    boolean isNews(UUID bookingId, Instant at) {
        Instant before = lastPositions.put(bookingId, at);
        return before == null || at.isAfter(before);
    }

    void forget(UUID bookingId) {
        bookings.remove(bookingId);
        lastPositions.remove(bookingId);
    }

    /** @return false when the peer talks more than anybody needs to */
    boolean hears(Instant now) {
        heardAt = now;
        if (now.isAfter(windowStartedAt.plus(WINDOW))) {
            windowStartedAt = now;
            messagesInWindow = 0;
        }
        messagesInWindow++;
        return messagesInWindow <= MOST_MESSAGES_A_WINDOW;
    }

    void send(String message, Instant now) {
        synchronized (waiting) {
            if (closed) {
                return;
            }
            if (waiting.size() < MOST_WAITING) {
                waiting.add(message);
                sendNext(now);
                return;
            }
        }
        close(LiveRefusal.TOO_SLOW);
    }

    /** Cuts off a peer that has not taken a message for long; asks an idle one whether it is still there. */
    void probe(Instant now) {
        synchronized (waiting) {
            if (sending || closed) {
                if (sending && now.isAfter(sendingSince.plus(LONGEST_SEND))) {
                    close(LiveRefusal.TOO_SLOW);
                }
                return;
            }
        }
        try {
            session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
        } catch (IOException | IllegalStateException gone) {
            LOG.debugf(gone, "channel %s took no ping", session.getId());
        }
    }

    void close(LiveRefusal refusal) {
        synchronized (waiting) {
            if (closed) {
                return;
            }
            closed = true;
            waiting.clear();
        }
        try {
            session.close(refusal.reason());
        } catch (IOException | IllegalStateException gone) {
            LOG.debugf(gone, "channel %s was gone before it was closed", session.getId());
        }
    }

    private void sendNext(Instant now) {
        if (sending || closed) {
            return;
        }
        String next = waiting.poll();
        if (next != null) {
            sending = true;
            sendingSince = now;
            session.getAsyncRemote().sendText(next, this::sent);
        }
    }

    private void sent(SendResult result) {
        synchronized (waiting) {
            sending = false;
            if (result.isOK()) {
                sendNext(sendingSince);
            } else {
                LOG.debugf(result.getException(), "channel %s took no message", session.getId());
            }
        }
    }
}
