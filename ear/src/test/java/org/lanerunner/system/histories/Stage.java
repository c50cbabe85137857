package org.lanerunner.system.histories;

import static org.lanerunner.system.Rest.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanerunner.system.People;
import org.lanerunner.system.Person;
import org.lanerunner.system.Rest;
import org.lanerunner.system.TestServer;
import org.lanerunner.system.probe.history.Act;
import org.lanerunner.system.probe.history.Step;

/** Where histories are played: companies that do everything, one of them with little money, and three places along one way; and how often each act came out how. */
final class Stage {

    private static final String RICH = "900000.00";
    private static final String POOR = "500.00";
    private static final List<String> MORE_KINDS = List.of("CARRIER", "BROKER");

    private final List<String> set = new ArrayList<>();
    private final Map<Act, int[]> outcomes = new TreeMap<>();

    Stage() {
        for (String money : List.of(RICH, RICH, POOR, RICH)) {
            set.add("company " + company(money));
        }
        for (String place : List.of("Chicago", "St%20Louis", "Memphis")) {
            set.add("place "
                    + Rest.get("/api/places?q=" + place, People.admin())
                            .expect(200)
                            .at("/items/0/id"));
        }
    }

    /** @throws AssertionError with what was wrong */
    void play(List<Step> steps) {
        send(said("step ", steps)).forEach(this::count);
    }

    /** Two at once, after some steps. */
    void race(List<Step> before, List<Step> first, List<Step> second) {
        send(Stream.of(said("step ", before), said("first ", first), said("second ", second))
                .flatMap(lines -> lines));
    }

    private static Stream<String> said(String word, List<Step> steps) {
        return steps.stream().map(step -> word + step);
    }

    /** Done and refused, by act. */
    Map<Act, int[]> outcomes() {
        return outcomes;
    }

    /** One at a time, also when jqwik gives up shrinking in the middle of one. */
    private synchronized List<String> send(Stream<String> lines) {
        String body = String.join("\n", Stream.concat(set.stream(), lines).toList());
        HttpResponse<byte[]> answer =
                Rest.exchange(HttpRequest.newBuilder(TestServer.address().resolve("/history-probe/history"))
                        .POST(BodyPublishers.ofString(body))
                        .build());
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + text);
        }
        return text.lines().toList();
    }

    String played() {
        return outcomes.entrySet().stream()
                .map(act -> act.getKey() + " " + act.getValue()[0] + "/" + act.getValue()[1])
                .collect(Collectors.joining(", "));
    }

    private void count(String line) {
        String[] words = line.split(" ");
        int[] count = outcomes.computeIfAbsent(Act.valueOf(words[0]), act -> new int[2]);
        count[0] += Integer.parseInt(words[1]);
        count[1] += Integer.parseInt(words[2]);
    }

    private static String company(String money) {
        Person founder = People.owner("SHIPPER");
        for (String kind : MORE_KINDS) {
            Rest.post("/api/organisations/" + founder.organisationId() + "/kinds", object("kind", kind), founder)
                    .expect(200);
        }
        Rest.post("/api/wallet/top-ups", object("amount", object("amount", money, "currency", "USD")), founder)
                .expect(201);
        JsonNode claims = claims(People.refreshed(founder).accessToken());
        List<String> permissions = new ArrayList<>();
        claims.path("groups").forEach(group -> permissions.add(group.asText()));
        return String.join(
                " ",
                claims.path("sub").asText(),
                claims.path("org").asText(),
                claims.path("sid").asText(),
                String.join(",", permissions));
    }

    private static JsonNode claims(String token) {
        try {
            return Rest.JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }
}
