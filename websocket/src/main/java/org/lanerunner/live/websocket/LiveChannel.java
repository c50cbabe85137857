package org.lanerunner.live.websocket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.SendResult;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.lanerunner.matching.MarketInterest;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Limits;
import org.lanerunner.shared.Refusal;

/**
 * One open WebSocket: its caller, its subscriptions, and the messages that wait to be sent. One message is on its way at a time. A peer that reads so slowly
 * that too many wait is cut off, so that they don't fill the memory.
 */
final class LiveChannel {

    private static final Logger LOG = Logger.getLogger(LiveChannel.class);
    private static final int MOST_WAITING = 256;
    private static final int MOST_BOOKINGS = 100;
    private static final int MOST_MARKET_LISTS = 10;
    private static final int MOST_MESSAGES_A_WINDOW = 60;
    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final Duration LONGEST_SEND = Duration.ofSeconds(30);

    private final LiveSocket socket;
    private final Limits limits;
    private final Set<UUID> bookings = ConcurrentHashMap.newKeySet();
    private final Map<UUID, Instant> lastPositions = new ConcurrentHashMap<>();
    private final Map<String, MarketInterest> market = new ConcurrentHashMap<>();
    private volatile boolean organisation;
    private volatile Caller caller;
    private volatile Instant heardAt;

    private final Deque<String> waiting = new ArrayDeque<>();
    private boolean sending;
    private Instant sendingSince;
    private boolean closed;

    private Instant windowStartedAt;
    private int messagesInWindow;

    LiveChannel(LiveSocket socket, Limits limits, Instant now) {
        this.socket = socket;
        this.limits = limits;
        this.heardAt = now;
        this.windowStartedAt = now;
    }

    LiveSocket socket() {
        return socket;
    }

    Instant heardAt() {
        return heardAt;
    }

    /** Null until the peer has shown a good ticket. */
    Caller caller() {
        return caller;
    }

    void isFor(Caller known) {
        caller = known;
    }

    boolean followsOrganisation() {
        return organisation;
    }

    /** Whether the peer has asked for events about this. @param bookingId the booking of the event, or null */
    boolean asksFor(UUID bookingId) {
        return organisation || bookingId != null && bookings.contains(bookingId);
    }

    void followOrganisation(boolean follow) {
        organisation = follow;
    }

    /** @throws Refusal TOO_MANY when the channel follows as many bookings as one page can show */
    void follow(UUID bookingId) {
        if (bookings.size() >= MOST_BOOKINGS && !bookings.contains(bookingId)) {
            throw tooMany("A channel follows at most " + MOST_BOOKINGS + " bookings.");
        }
        bookings.add(bookingId);
    }

    /** The parts of the market that it follows. */
    Collection<MarketInterest> market() {
        return market.values();
    }

    /** @throws Refusal TOO_MANY when the channel follows as many lists as one page can show; following the same list again replaces the former interest */
    void follow(MarketInterest interest) {
        if (market.size() >= MOST_MARKET_LISTS && !market.containsKey(interest.key())) {
            throw tooMany("A channel follows at most " + MOST_MARKET_LISTS + " lists of the market.");
        }
        market.put(interest.key(), interest);
    }

    void forgetMarket(String key) {
        market.remove(key);
    }

    private static Refusal tooMany(String detail) {
        return new Refusal(Refusal.Kind.TOO_MANY, "live/too-many-subscriptions", detail).beyond(Limit.SUBSCRIPTION);
    }

    /** Whether a position of this time is newer than the last one that was sent here for the booking. */
    boolean isNews(UUID bookingId, Instant at) {
        Instant before = lastPositions.put(bookingId, at);
        return before == null || at.isAfter(before);
    }

    void forget(UUID bookingId) {
        bookings.remove(bookingId);
        lastPositions.remove(bookingId);
    }

    /** Counts a message, a ping or a pong. @return false when the peer sends more than anybody needs to */
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

    /** Cuts off a peer that has not taken a message for long, and asks an idle one whether it is still there. */
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
            socket.ping();
        } catch (IOException | IllegalStateException gone) {
            LOG.debugf(gone, "channel %s took no ping", socket.id());
        }
    }

    boolean isClosed() {
        synchronized (waiting) {
            return closed;
        }
    }

    void close(LiveRefusal refusal) {
        if (end(refusal.reason())) {
            refusal.limit().ifPresent(limits::reached);
        }
    }

    /** @return false when the channel had ended before */
    boolean end(CloseReason reason) {
        synchronized (waiting) {
            if (closed) {
                return false;
            }
            closed = true;
            waiting.clear();
        }
        try {
            socket.close(reason);
        } catch (IOException | IllegalStateException gone) {
            LOG.debugf(gone, "channel %s was gone before it was closed", socket.id());
        }
        return true;
    }

    private void sendNext(Instant now) {
        if (sending || closed) {
            return;
        }
        String next = waiting.poll();
        if (next != null) {
            sending = true;
            sendingSince = now;
            socket.send(next, this::sent);
        }
    }

    private void sent(SendResult result) {
        synchronized (waiting) {
            sending = false;
            if (result.isOK()) {
                sendNext(sendingSince);
            } else {
                LOG.debugf(result.getException(), "channel %s took no message", socket.id());
            }
        }
    }
}
