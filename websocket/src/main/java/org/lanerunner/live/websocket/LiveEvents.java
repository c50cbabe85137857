package org.lanerunner.live.websocket;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lanerunner.live.Following;
import org.lanerunner.live.Showing;

/** Sends each event that this node hears to the channels whose people may know of it and have asked for it. */
@ApplicationScoped
class LiveEvents {

    private LiveChannels channels;
    private LiveIndex index;
    private Following following;
    private LivePositions positions;
    private LiveMarket market;

    LiveEvents() {}

    @Inject
    LiveEvents(
            LiveChannels channels, LiveIndex index, Following following, LivePositions positions, LiveMarket market) {
        this.channels = channels;
        this.index = index;
        this.following = following;
        this.positions = positions;
        this.market = market;
    }

    void push(String cloudEvent) {
        if (index.all().isEmpty()) {
            return;
        }
        LiveEvent event = LiveEvent.of(cloudEvent);
        switch (event.kind()) {
            case "location" -> positions.reported(event.subject());
            case "notice" -> tellOfNotices(event.data());
            default -> {
                market.heard(event);
                relieve(event);
                following
                        .event(event.type(), event.readers(), event.bookingId(), event.tripId())
                        .ifPresent(showing -> show(event, showing));
                recheck(event);
            }
        }
    }

    /** Sends each reader as much as they may see. A message is made once for each extent, however many channels get it. */
    private void show(LiveEvent event, Showing showing) {
        Map<Showing.Extent, String> messages = new EnumMap<>(Showing.Extent.class);
        UUID bookingId = event.bookingId();
        for (UUID reader : event.readers()) {
            for (LiveChannel channel : index.ofOrganisation(reader)) {
                Showing.Extent extent =
                        channel.asksFor(bookingId) ? showing.to(channel.caller()) : Showing.Extent.NOTHING;
                if (extent != Showing.Extent.NOTHING) {
                    channel.send(messages.computeIfAbsent(extent, made -> message(event, made)), channels.now());
                }
            }
        }
    }

    private String message(LiveEvent event, Showing.Extent extent) {
        boolean whole = extent == Showing.Extent.WHOLE;
        return LiveJson.pushed(event.whole(), whole ? Set.of() : following.withheldFromDrivers(event.type()));
    }

    /** A change of a person or an organisation may change what their channels may be shown from now on. */
    private void recheck(LiveEvent event) {
        Iterable<LiveChannel> concerned =
                switch (event.kind()) {
                    case "user" -> event.id("/personId").map(index::ofPerson).orElse(List.of());
                    case "organisation" -> index.ofOrganisation(event.subject());
                    default -> List.of();
                };
        concerned.forEach(channel -> channels.recheck(channel, channel.caller()));
    }

    /** Tells people of their own notices, whatever their channel follows. */
    private void tellOfNotices(JsonNode data) {
        Set<String> persons = new HashSet<>();
        data.path("personIds").forEach(person -> persons.add(person.asText()));
        for (LiveChannel channel :
                index.ofOrganisation(UUID.fromString(data.path("organisationId").asText()))) {
            if (persons.contains(channel.caller().actorId().toString())) {
                channel.send(LiveJson.notices(), channels.now());
            }
        }
    }

    /** The person who drove the trip until now sees nothing of it any more. They are told only that something is gone. */
    private void relieve(LiveEvent event) {
        Optional<UUID> carrier = event.id("/organisationId");
        Optional<UUID> driver = event.relievedDriver();
        if (carrier.isEmpty() || driver.isEmpty()) {
            return;
        }
        following
                .accountOf(carrier.get(), driver.get())
                .ifPresent(relieved -> index.ofPerson(relieved.personId()).stream()
                        .filter(channel -> channel.followsOrganisation() && relieved.is(channel.caller()))
                        .forEach(channel -> channel.send(LiveJson.assignments(), channels.now())));
    }
}
