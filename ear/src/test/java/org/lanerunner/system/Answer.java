package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.util.UUID;

/** What the API answered; the body is a missing node where there was none. */
public record Answer(int status, JsonNode body, HttpHeaders headers) {

    public Answer expect(int wanted) {
        assertEquals(wanted, status, () -> "answered " + body);
        return this;
    }

    /** Expects a refusal with this slug as its type. */
    public Answer expect(int wanted, String type) {
        expect(wanted);
        assertEquals(type, text("type"), () -> "answered " + body);
        return this;
    }

    public String text(String field) {
        return body.path(field).asText(null);
    }

    /** The text at a JSON pointer. */
    public String at(String pointer) {
        return body.at(pointer).asText();
    }

    public UUID id() {
        return UUID.fromString(text("id"));
    }

    public String header(String name) {
        return headers.firstValue(name).orElse(null);
    }
}
