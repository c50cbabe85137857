package org.lanerunner.tracking.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.Session;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.lanerunner.identity.EndedSessions;
import org.lanerunner.identity.LiveTickets;
import org.lanerunner.shared.Caller;

/** The channels that are open on this node: lets them in, knows them, and closes those whose right, patience or peer is gone. */
@ApplicationScoped
class LiveChannels {

    private static final int MOST = 5_000;
    private static final int MOST_OF_A_PERSON = 20;
    private static final Duration TICKET_WITHIN = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(75);
    private static final int PROBE_SECONDS = 25;
    private static final int RECHECK_SECONDS = 15;

    private final Map<String, LiveChannel> channels = new ConcurrentHashMap<>();

    @Inject
    private LiveTickets tickets;

    @Inject
    private EndedSessions endedSessions;

    @Inject
    private Clock clock;

    LiveChannels() {}

    Instant now() {
        return clock.instant();
    }

    void opened(Session session) {
        LiveChannel channel = new LiveChannel(session, now());
        channels.put(session.getId(), channel);
        if (channels.size() > MOST) {
            channels.remove(session.getId());
            channel.close(LiveRefusal.BUSY);
        }
    }

    void closed(Session session) {
        channels.remove(session.getId());
    }

    /** Null for a channel that was closed just now. */
    LiveChannel of(Session session) {
        return channels.get(session.getId());
    }

    Collection<LiveChannel> all() {
        return channels.values();
    }

    void close(LiveChannel channel, LiveRefusal refusal) {
        channels.values().remove(channel);
        channel.close(refusal);
    }

    /** @return whether the ticket was good */
    boolean admit(LiveChannel channel, String ticket) {
        Optional<Caller> caller = ticket == null ? Optional.empty() : tickets.redeem(ticket);
        if (caller.isEmpty()) {
            close(channel, LiveRefusal.TICKET_REFUSED);
            return false;
        }
        long open = channels.values().stream()
                .filter(other -> other.caller() != null
                        && other.caller().personId().equals(caller.get().personId()))
                .count();
        if (open >= MOST_OF_A_PERSON) {
            close(channel, LiveRefusal.TOO_MANY_CHANNELS);
            return false;
        }
        channel.isFor(caller.get());
        return true;
    }

    /** Each second: who showed no ticket, whose session ended, whose permissions changed, who is gone. */
    void look(long second) {
        Instant now = now();
        for (LiveChannel channel : channels.values()) {
            Caller caller = channel.caller();
            if (caller == null) {
                if (now.isAfter(channel.openedAt().plus(TICKET_WITHIN))) {
                    close(channel, LiveRefusal.TICKET_MISSING);
                }
            } else if (endedSessions.isEnded(caller.sessionId())) {
                close(channel, LiveRefusal.SESSION_ENDED);
            } else if (now.isAfter(channel.heardAt().plus(SILENCE))) {
                close(channel, LiveRefusal.SILENT);
            } else if (Math.floorMod(second + channel.hashCode(), RECHECK_SECONDS) == 0) {
                recheck(channel, caller);
            }
            if (Math.floorMod(second + channel.hashCode(), PROBE_SECONDS) == 0) {
                channel.probe(now);
            }
        }
    }

    /** Something changed about a person: what the channel may show is what the person may see now. */
    void recheck(LiveChannel channel, Caller caller) {
        tickets.callerOf(caller.sessionId())
                .ifPresentOrElse(channel::isFor, () -> close(channel, LiveRefusal.SESSION_ENDED));
    }
}
