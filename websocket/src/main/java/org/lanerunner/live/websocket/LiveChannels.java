package org.lanerunner.live.websocket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.lanerunner.flags.Flags;
import org.lanerunner.gate.OpenNetworks;
import org.lanerunner.identity.AllowedNetworks;
import org.lanerunner.identity.EndedSessions;
import org.lanerunner.identity.LiveTickets;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Limits;

/** The channels that are open on this node. It lets them in, and closes those whose right has ended and those whose peer is silent or gone. */
@ApplicationScoped
class LiveChannels {

    private static final int MOST = 5_000;
    private static final int MOST_OF_A_PERSON = 20;
    private static final Duration SILENCE = Duration.ofSeconds(75);
    private static final int PROBE_SECONDS = 25;
    private static final int RECHECK_SECONDS = 15;

    private int flagsKnown;

    @Inject
    private LiveIndex index;

    @Inject
    private LiveTickets tickets;

    @Inject
    private EndedSessions endedSessions;

    @Inject
    private OpenNetworks networks;

    @Inject
    private AllowedNetworks allowed;

    @Inject
    private WaitingSockets waiting;

    @Inject
    private Hearing hearing;

    @Inject
    private Flags flags;

    @Inject
    private Limits limits;

    @Inject
    private Clock clock;

    LiveChannels() {}

    Instant now() {
        return clock.instant();
    }

    /** @return the channel. It is closed at once when the server has too many; when too many are without a ticket, the oldest of those is closed */
    LiveChannel opened(LiveSocket socket) {
        LiveChannel channel = new LiveChannel(socket, limits, now());
        index.enter(channel);
        if (!networks.letIn(socket.address())) {
            close(channel, LiveRefusal.ADDRESS_NOT_ALLOWED);
        } else if (index.all().size() > MOST) {
            close(channel, LiveRefusal.BUSY);
        } else if (!hearing.isOn()) {
            close(channel, LiveRefusal.NOTHING_HEARD);
        } else {
            waiting.enter(channel, () -> close(channel, LiveRefusal.TICKET_MISSING))
                    .ifPresent(oldest -> close(oldest, LiveRefusal.TOO_MANY_WAITING));
        }
        return channel;
    }

    void closed(String id) {
        LiveChannel channel = index.get(id);
        if (channel != null) {
            forget(channel);
        }
    }

    /** Also one that is in the index no more: whoever closes all at once may meet it before it has begun to wait for its ticket. */
    private void forget(LiveChannel channel) {
        index.leave(channel);
        waiting.leave(channel);
    }

    /** The peer said goodbye, or can't be understood any more. */
    void left(LiveChannel channel, CloseReason.CloseCode code) {
        forget(channel);
        channel.end(new CloseReason(code, null));
    }

    void defect(String id) {
        LiveChannel channel = index.get(id);
        if (channel != null) {
            close(channel, LiveRefusal.DEFECT);
        }
    }

    void close(LiveChannel channel, LiveRefusal refusal) {
        forget(channel);
        channel.close(refusal);
    }

    /** @return whether the ticket was good */
    boolean admit(LiveChannel channel, String ticket) {
        Optional<Caller> caller = ticket == null ? Optional.empty() : tickets.redeem(ticket);
        if (caller.isEmpty()) {
            close(channel, LiveRefusal.TICKET_REFUSED);
            return false;
        }
        if (!isAllowed(channel, caller.get())) {
            close(channel, LiveRefusal.ADDRESS_NOT_ALLOWED);
            return false;
        }
        if (index.ofPerson(caller.get().actorId()).size() >= MOST_OF_A_PERSON) {
            close(channel, LiveRefusal.TOO_MANY_CHANNELS);
            return false;
        }
        index.isFor(channel, caller.get());
        waiting.leave(channel);
        return true;
    }

    private boolean isAllowed(LiveChannel channel, Caller caller) {
        String address = channel.socket().address();
        return networks.letIn(address) && allowed.allow(caller.organisationId(), address);
    }

    /**
     * Runs once a second. It closes channels whose session has ended, whose address is no longer let in, or whose peer is gone; it checks permissions anew,
     * and tells when flags may have changed.
     */
    void look(long second) {
        Instant now = now();
        tellOfFlags(now);
        for (LiveChannel channel : index.all()) {
            Caller caller = channel.caller();
            if (caller == null) {
                continue;
            }
            if (endedSessions.isEnded(sessionOf(caller))) {
                close(channel, LiveRefusal.SESSION_ENDED);
            } else if (!isAllowed(channel, caller)) {
                close(channel, LiveRefusal.ADDRESS_NOT_ALLOWED);
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

    /** Everybody is told to ask for their flags again, without a word for whom which flag has changed. */
    private void tellOfFlags(Instant now) {
        int revision = flags.revision();
        if (revision != flagsKnown) {
            flagsKnown = revision;
            index.all().stream()
                    .filter(channel -> channel.caller() != null)
                    .forEach(channel -> channel.send(LiveJson.flags(), now));
        }
    }

    /** Every caller with a channel has a session, since only a session gets a ticket. */
    private static UUID sessionOf(Caller caller) {
        return caller.principal().session().orElseThrow();
    }

    /** Something has changed about the person, so the channel gets the rights that the person has now. */
    void recheck(LiveChannel channel, Caller caller) {
        tickets.callerOf(sessionOf(caller))
                .ifPresentOrElse(known -> index.isFor(channel, known), () -> close(channel, LiveRefusal.SESSION_ENDED));
    }
}
