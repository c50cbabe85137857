package org.lanerunner.system.access;

import static org.lanerunner.system.Rest.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.lanerunner.system.AccessWorld;
import org.lanerunner.system.Answer;
import org.lanerunner.system.Channel;
import org.lanerunner.system.FeatureParts;
import org.lanerunner.system.Person;
import org.lanerunner.system.Rest;

/** The live channels, asked over WebSocket: which there are the server says itself when it is asked for one that there is not. */
final class LiveAccess {

    private final AccessWorld world;

    private final FeatureParts<Questions> features;

    LiveAccess(AccessWorld world, FeatureParts<Questions> features) {
        this.world = world;
        this.features = features;
    }

    List<AccessTable.Row> rows() throws Exception {
        List<AccessTable.Row> rows = new ArrayList<>();
        for (String channel : channels()) {
            List<Questions.Question> known = features.all().stream()
                    .flatMap(feature -> feature.subscriptions().getOrDefault(channel, List.of()).stream())
                    .toList();
            if (known.isEmpty()) {
                rows.add(new AccessTable.Row(
                        "LIVE " + channel, "-", List.of("no feature's Questions know how to follow it")));
            }
            for (Questions.Question question : known) {
                rows.add(row("LIVE " + channel, question));
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

    private static AccessTable.Row row(String channel, Questions.Question question) throws Exception {
        List<String> cells = new ArrayList<>();
        for (String role : AccessWorld.ROLES) {
            Person person = question.as().as(role);
            JsonNode answer = subscribe(person, question.body());
            cells.add(
                    answer.path("type").asText().equals("subscribed")
                            ? "yes"
                            : String.valueOf(answer.findPath("status").asInt()));
        }
        return new AccessTable.Row(channel, question.whose(), cells);
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
