package org.lanerunner.tracking.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.lanerunner.shared.Limits;
import org.lanerunner.shared.Refusal;
import org.lanerunner.tracking.Following;

/** What a peer may say: its ticket first, then what it wants to follow. Anything else is refused by an answer, and too much of it by closing. */
@ApplicationScoped
class LiveProtocol {

    @Inject
    private LiveChannels channels;

    @Inject
    private Following following;

    @Inject
    private LivePositions positions;

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
            subscribe(channel, LiveJson.text(said, "subscribe"), LiveJson.text(said, "id"));
        } else if (said.has("unsubscribe")) {
            unsubscribe(channel, LiveJson.text(said, "unsubscribe"), LiveJson.text(said, "id"));
        } else {
            throw Refusal.invalid("", "Say what to subscribe to: organisation or booking.");
        }
    }

    private void subscribe(LiveChannel channel, String to, String id) {
        if ("organisation".equals(to)) {
            channel.followOrganisation(true);
            answer(channel, LiveJson.answer("subscribed", "subscribe", to, null));
            return;
        }
        UUID bookingId = booking(to, id);
        following.follow(channel.caller(), bookingId);
        channel.follow(bookingId);
        answer(channel, LiveJson.answer("subscribed", "subscribe", to, bookingId));
        positions.pushTo(channel, bookingId);
    }

    private void unsubscribe(LiveChannel channel, String from, String id) {
        if ("organisation".equals(from)) {
            channel.followOrganisation(false);
            answer(channel, LiveJson.answer("unsubscribed", "unsubscribe", from, null));
            return;
        }
        UUID bookingId = booking(from, id);
        channel.forget(bookingId);
        answer(channel, LiveJson.answer("unsubscribed", "unsubscribe", from, bookingId));
    }

    private void answer(LiveChannel channel, String message) {
        channel.send(message, channels.now());
    }

    private static UUID booking(String kind, String id) {
        if (!"booking".equals(kind)) {
            throw Refusal.invalid("/subscribe", "This is organisation or booking.");
        }
        try {
            return UUID.fromString(String.valueOf(id));
        } catch (IllegalArgumentException notAnId) {
            throw Refusal.invalid("/id", "This is no id.");
        }
    }
}
