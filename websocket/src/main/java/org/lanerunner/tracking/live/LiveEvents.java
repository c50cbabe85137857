package org.lanerunner.tracking.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.lanerunner.shared.Caller;
import org.lanerunner.tracking.Following;

/** Hands each event that this node hears to the channels whose people may know of it and asked to. */
@ApplicationScoped
class LiveEvents {

    @Inject
    private LiveChannels channels;

    @Inject
    private Following following;

    @Inject
    private LivePositions positions;

    @Inject
    private LiveMarket market;

    LiveEvents() {}

    void push(String cloudEvent) {
        if (channels.all().isEmpty()) {
            return;
        }
        ObjectNode event = LiveJson.event(cloudEvent);
        String family = family(event);
        if (family.equals("location")) {
            positions.reported(UUID.fromString(event.path("subject").asText()));
            return;
        }
        if (family.equals("notice")) {
            tellOfNotices(event.path("data"));
            return;
        }
        market.heard(event);
        UUID bookingId = bookingOf(event);
        UUID tripId =
                family.equals("trip") ? UUID.fromString(event.path("subject").asText()) : null;
        relieved(event);
        Set<String> readers =
                Set.copyOf(Arrays.asList(event.path("readers").asText().split(" ")));
        String message = LiveJson.pushed(event);
        for (LiveChannel channel : channels.all()) {
            Caller caller = channel.caller();
            if (caller == null) {
                continue;
            }
            boolean asked = channel.followsOrganisation()
                    || (bookingId != null && channel.bookings().contains(bookingId));
            if (asked && following.showsEvent(caller, family, readers, bookingId, tripId)) {
                channel.send(message, channels.now());
            }
            if (family.equals("user")
                    && caller.actorId()
                            .toString()
                            .equals(event.path("data").path("personId").asText())) {
                channels.recheck(channel, caller);
            } else if (family.equals("organisation")
                    && caller.organisationId()
                            .toString()
                            .equals(event.path("subject").asText())) {
                channels.recheck(channel, caller);
            }
        }
    }

    /** Whatever they follow: each is told of their own only. */
    private void tellOfNotices(JsonNode data) {
        Set<String> persons = new HashSet<>();
        data.path("personIds").forEach(person -> persons.add(person.asText()));
        String organisation = data.path("organisationId").asText();
        for (LiveChannel channel : channels.all()) {
            Caller caller = channel.caller();
            if (caller != null
                    && caller.organisationId().toString().equals(organisation)
                    && persons.contains(caller.actorId().toString())) {
                channel.send(LiveJson.notices(), channels.now());
            }
        }
    }

    /** Who drove a trip until now sees nothing of it any more, so is told no more than that something is gone. */
    private void relieved(ObjectNode event) {
        JsonNode data = event.path("data");
        JsonNode before = data.path("before").path("driverId");
        if (!event.path("type").asText().equals("lanerunner.trip.assigned.v1")
                || !before.isTextual()
                || before.equals(data.path("driverId"))) {
            return;
        }
        UUID organisation = UUID.fromString(data.path("organisationId").asText());
        following.personOf(organisation, UUID.fromString(before.asText())).ifPresent(person -> channels.all().stream()
                .filter(LiveChannel::followsOrganisation)
                .filter(channel -> isOf(channel.caller(), person, organisation))
                .forEach(channel -> channel.send(LiveJson.assignments(), channels.now())));
    }

    private static boolean isOf(Caller caller, UUID person, UUID organisation) {
        return caller != null
                && caller.actorId().equals(person)
                && caller.organisationId().equals(organisation);
    }

    /** The first word of the type: {@code booking} of {@code lanerunner.booking.arrived.v1}. */
    static String family(ObjectNode event) {
        String[] words = event.path("type").asText().split("\\.");
        return words.length > 1 ? words[1] : "";
    }

    private static UUID bookingOf(ObjectNode event) {
        JsonNode named = event.path("data").path("bookingId");
        if (named.isTextual()) {
            return UUID.fromString(named.textValue());
        }
        return family(event).equals("booking")
                ? UUID.fromString(event.path("subject").asText())
                : null;
    }
}
