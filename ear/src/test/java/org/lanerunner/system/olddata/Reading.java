package org.lanerunner.system.olddata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.lanerunner.system.Answer;
import org.lanerunner.system.Rest;

/**
 * All that the API of the old version let somebody read: each list to its end, each thing that a list names, and what hangs on it. Each path has its answer's status,
 * and its body where that is 200; a list has all its items as its body, whatever pages they came in.
 */
final class Reading {

    private static final Map<String, List<String>> LISTS = Map.of(
            "/api/loads", List.of("", "?scope=market"),
            "/api/trips", List.of("", "?scope=market"),
            "/api/offers", List.of(""),
            "/api/bookings", List.of(""),
            "/api/drivers", List.of(""),
            "/api/vehicles", List.of(""),
            "/api/organisations", List.of(""));

    private final OldClient reader;
    private final int pageSize;
    private final boolean details;
    private final ObjectNode found = Rest.JSON.createObjectNode();

    private Reading(OldClient reader, int pageSize, boolean details) {
        this.reader = reader;
        this.pageSize = pageSize;
        this.details = details;
    }

    /** @param details whether each thing of the lists is read as well; @param things paths of things that no list names */
    static ObjectNode of(OldClient reader, int pageSize, boolean details, Collection<String> things) {
        Reading reading = new Reading(reader, pageSize, details);
        reading.all();
        things.forEach(thing -> {
            if (thing.endsWith("/content")) {
                reading.content(thing);
            } else {
                reading.thing(thing);
            }
        });
        return reading.found;
    }

    private void all() {
        String organisation = thing("/api/me").at("/organisation/id").asText();
        thing("/api/organisations/" + organisation);
        list("/api/organisations/" + organisation + "/members");
        thing("/api/wallet");
        list("/api/wallet/postings");
        LISTS.forEach((list, variants) -> {
            for (String variant : variants) {
                list(list + variant)
                        .forEach(item -> detail(list, item.path("id").asText()));
            }
        });
    }

    private void detail(String list, String id) {
        String path = list + "/" + id;
        if (!details || found.has(path)) {
            return;
        }
        thing(path);
        if (list.equals("/api/bookings")) {
            list(path + "/timeline");
            list(path + "/positions");
            thing(path + "/positions/last");
        }
    }

    private JsonNode thing(String path) {
        Answer answer = reader.get(path);
        return keep(path, answer.status(), answer.body());
    }

    private void content(String path) {
        HttpResponse<byte[]> answer = reader.content(path);
        keep(
                path,
                answer.statusCode(),
                Rest.JSON.getNodeFactory().textNode(HexFormat.of().formatHex(answer.body())));
    }

    private JsonNode list(String path) {
        ArrayNode items = Rest.JSON.createArrayNode();
        String begin = path + (path.contains("?") ? "&" : "?") + "limit=" + pageSize;
        Answer page = reader.get(begin);
        while (page.status() == 200) {
            page.body().path("items").forEach(items::add);
            String next = page.body().path("next").asText(null);
            if (next == null) {
                break;
            }
            page = reader.get(begin + "&after=" + next);
        }
        return keep(path, page.status(), items);
    }

    private JsonNode keep(String path, int status, JsonNode body) {
        ObjectNode answer = found.putObject(path).put("status", status);
        if (status == 200) {
            answer.set("body", body);
        }
        return body;
    }
}
