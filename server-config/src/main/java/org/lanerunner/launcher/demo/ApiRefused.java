package org.lanerunner.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import org.lanerunner.launcher.LaunchFailure;

/** The API answered a call with a problem. The message says which call, and what the problem document says. */
public final class ApiRefused extends LaunchFailure {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String problem;

    ApiRefused(String method, String path, int status, JsonNode body) {
        super(method + " " + path + " was answered with " + status + " " + words(body));
        this.status = status;
        this.problem = body.path("type").asText();
    }

    public int status() {
        return status;
    }

    /** The problem's slug, {@code bookings/not-confirmed}. */
    public String problem() {
        return problem;
    }

    private static String words(JsonNode body) {
        StringBuilder words = new StringBuilder(
                body.path("type").asText() + ": " + body.path("detail").asText());
        for (JsonNode error : body.path("errors")) {
            words.append(" ")
                    .append(error.path("pointer").asText())
                    .append(": ")
                    .append(error.path("detail").asText());
        }
        if (body.hasNonNull("correlationId")) {
            words.append(" (correlation id ")
                    .append(body.path("correlationId").asText())
                    .append(")");
        }
        return words.toString();
    }
}
