package org.lanerunner.system;

import static org.lanerunner.system.Rest.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The live channels, asked over WebSocket: which there are the server says itself when it is asked for one that there is not. */
final class LiveAccess {

    private final AccessWorld world;

    LiveAccess(AccessWorld world) {
        this.world = world;
    }

    List<AccessTable.Row> rows() throws Exception {
        List<AccessTable.Row> rows = new ArrayList<>();
        for (String channel : channels()) {
            switch (channel) {
                case "organisation" ->
                    rows.add(row("LIVE organisation", "own", world.buyer, object("subscribe", channel)));
                case "booking" -> {
                    Object subscription = object("subscribe", channel, "id", world.booking);
                    rows.add(row("LIVE booking", "party: buyer", world.buyer, subscription));
                    rows.add(row("LIVE booking", "party: seller", world.seller, subscription));
                    rows.add(row("LIVE booking", "stranger", world.stranger, subscription));
                }
                case "market" ->
                    rows.add(row("LIVE market", "-", world.stranger, object("subscribe", channel, "of", "loads")));
                case "matches" -> {
                    Object ofLoad = object("subscribe", channel, "load", world.marketLoad);
                    rows.add(row("LIVE matches", "own", world.buyer, ofLoad));
                    rows.add(row("LIVE matches", "stranger", world.stranger, ofLoad));
                    Object ofTrip = object("subscribe", channel, "trip", world.marketTrip);
                    rows.add(row("LIVE matches", "own trip", world.seller, ofTrip));
                    rows.add(row("LIVE matches", "stranger's trip", world.stranger, ofTrip));
                }
                default ->
                    rows.add(new AccessTable.Row(
                            "LIVE " + channel, "-", List.of("LiveAccess does not know how to ask it")));
            }
        }
        return rows;
    }

    private List<String> channels() throws Exception {
        String told = subscribe(world.buyer.founder(), object("subscribe", "?"))
                .findValuesAsText("detail")
                .toString();
        List<String> names = new ArrayList<>();
        var words = java.util.regex.Pattern.compile("This is ([a-z, ]+)\\.").matcher(told);
        if (words.find()) {
            names.addAll(List.of(words.group(1).split(", | or ")));
        }
        return names;
    }

    private AccessTable.Row row(String channel, String whose, AccessWorld.Company as, Object subscription)
            throws Exception {
        List<String> cells = new ArrayList<>();
        for (String role : AccessWorld.ROLES) {
            Person person = as.as(role);
            JsonNode answer = subscribe(person, subscription);
            cells.add(
                    answer.path("type").asText().equals("subscribed")
                            ? "yes"
                            : String.valueOf(answer.findPath("status").asInt()));
        }
        return new AccessTable.Row(channel, whose, cells);
    }

    /** The server's answer, or the problem with which it gave no ticket. */
    private static JsonNode subscribe(Person person, Object subscription) throws Exception {
        Answer ticket = Rest.post("/api/live/tickets", null, person);
        if (ticket.status() >= 300) {
            return ticket.body();
        }
        try (Channel channel = Channel.connect()) {
            channel.say(object("ticket", ticket.text("ticket")));
            channel.await("ready");
            channel.say(subscription);
            return channel.await(message -> List.of("subscribed", "refused")
                    .contains(message.path("type").asText()));
        }
    }
}
