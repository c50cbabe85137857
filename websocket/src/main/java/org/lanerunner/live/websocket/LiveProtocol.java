package org.lanerunner.live.websocket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.lanerunner.fleet.Equipment;
import org.lanerunner.live.Following;
import org.lanerunner.matching.MarketFollowing;
import org.lanerunner.matching.MarketInterest;
import org.lanerunner.matching.MarketSide;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Limits;
import org.lanerunner.shared.Refusal;

/**
 * The messages that a peer may send: its ticket first, then what it wants to follow. Any other message is refused by an answer; too many of them close the
 * channel.
 */
@ApplicationScoped
class LiveProtocol {

    private static final Set<String> CHANNELS = Set.of("organisation", "booking", "market", "matches");

    @Inject
    private LiveChannels channels;

    @Inject
    private LiveIndex index;

    @Inject
    private Following following;

    @Inject
    private LivePositions positions;

    @Inject
    private MarketFollowing market;

    @Inject
    private Limits limits;

    LiveProtocol() {}

    void heard(LiveChannel channel, String message) {
        if (channel.isClosed()) {
            return;
        }
        ObjectNode said = null;
        try {
            said = LiveJson.read(message);
            if (channel.caller() != null) {
                obey(channel, said);
            } else if (channels.admit(channel, LiveJson.text(said, "ticket"))) {
                answer(channel, LiveJson.ready());
            }
        } catch (Refusal refusal) {
            refusal.limit().ifPresent(limits::reached);
            if (channel.caller() == null) {
                channels.close(channel, LiveRefusal.TICKET_REFUSED);
            } else {
                answer(channel, LiveJson.refused(said, refusal));
            }
        }
    }

    private void obey(LiveChannel channel, ObjectNode said) {
        if (said.has("subscribe")) {
            subscribe(channel, said, named(said, "subscribe"));
        } else if (said.has("unsubscribe")) {
            unsubscribe(channel, said, named(said, "unsubscribe"));
            answer(channel, LiveJson.answer("unsubscribed", said));
        } else {
            throw Refusal.invalid("", "Say what to subscribe to: organisation, booking, market or matches.");
        }
    }

    private void subscribe(LiveChannel channel, ObjectNode said, String to) {
        switch (to) {
            case "organisation" -> channel.followOrganisation(true);
            case "market", "matches" -> index.follow(channel, interest(channel.caller(), said, to));
            default -> {
                following.follow(channel.caller(), id(said, "id"));
                channel.follow(id(said, "id"));
            }
        }
        answer(channel, LiveJson.answer("subscribed", said));
        if (to.equals("booking")) {
            positions.pushTo(channel, id(said, "id"));
        }
    }

    private void unsubscribe(LiveChannel channel, ObjectNode said, String from) {
        switch (from) {
            case "organisation" -> channel.followOrganisation(false);
            case "market" -> index.forgetMarket(channel, MarketInterest.keyOf(side(said), equipment(said)));
            case "matches" -> index.forgetMarket(channel, MarketInterest.keyOf(ofTrip(said), matchesOf(said)));
            default -> channel.forget(id(said, "id"));
        }
    }

    /** The part of the market that is asked for, as far as this caller may look at it. */
    private MarketInterest interest(Caller caller, ObjectNode said, String to) {
        if (to.equals("market")) {
            return market.list(caller, side(said), equipment(said));
        }
        return ofTrip(said)
                ? market.matchesOfTrip(caller, matchesOf(said))
                : market.matchesOfLoad(caller, matchesOf(said));
    }

    private static MarketSide side(ObjectNode said) {
        return MarketSide.of(LiveJson.text(said, "of"));
    }

    private static Equipment equipment(ObjectNode said) {
        try {
            return said.has("equipment") ? Equipment.valueOf(String.valueOf(LiveJson.text(said, "equipment"))) : null;
        } catch (IllegalArgumentException unknown) {
            throw Refusal.unknown("/equipment");
        }
    }

    private static boolean ofTrip(ObjectNode said) {
        return said.has("trip");
    }

    private static UUID matchesOf(ObjectNode said) {
        return id(said, ofTrip(said) ? "trip" : "load");
    }

    private void answer(LiveChannel channel, String message) {
        channel.send(message, channels.now());
    }

    private static String named(ObjectNode said, String verb) {
        String named = LiveJson.text(said, verb);
        if (named == null || !CHANNELS.contains(named)) {
            throw Refusal.invalid("/" + verb, "This is organisation, booking, market or matches.");
        }
        return named;
    }

    private static UUID id(ObjectNode said, String field) {
        try {
            return UUID.fromString(String.valueOf(LiveJson.text(said, field)));
        } catch (IllegalArgumentException notAnId) {
            throw Refusal.invalid("/" + field, "This is no id.");
        }
    }
}
