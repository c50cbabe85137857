package org.lanerunner.system.olddata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What was decided since the old version to be read otherwise, taken out of what is expected. One thing so far: of a cancelled booking neither side knows more of
 * what the other brought into it than the market did (decision 0021), and of a trip that was made for it the carrier no more either.
 */
final class Decided {

    private static final List<String> OF_A_STOP = List.of("address", "contactName", "contactPhone", "fence");

    private Decided() {}

    /** @param reading all that somebody read; changed in place */
    static void since(JsonNode reading) {
        String reader = reading.at("/~1api~1me/body/organisation/id").asText();
        reading.forEach(answer -> {
            JsonNode body = answer.path("body");
            if (body.isArray()) {
                body.forEach(item -> forget(item, reader));
            } else {
                forget(body, reader);
            }
        });
    }

    private static void forget(JsonNode thing, String reader) {
        if (!thing.path("status").asText().equals("CANCELLED")) {
            return;
        }
        if (thing.has("buyer") && !thing.at("/buyer/id").asText().equals(reader)) {
            thing.path("stops").forEach(stop -> {
                ((ObjectNode) stop).remove(OF_A_STOP);
                forgetPlace(stop);
            });
        }
        if (thing.has("seller") && !thing.at("/seller/id").asText().equals(reader)) {
            ((ObjectNode) thing).remove(List.of("driver", "vehicle"));
        }
        if (thing.has("segments")) {
            thing.path("stops").forEach(Decided::forgetPlace);
        }
    }

    private static void forgetPlace(JsonNode stop) {
        ((ObjectNode) stop.path("place")).remove(List.of("latitude", "longitude"));
    }
}
