package org.lanerunner.system.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.lanerunner.system.ApiSchemas;
import org.lanerunner.system.Rest;

/**
 * Says what is wrong with an answer, whatever was asked: no fault of the server's, no status that the document doesn't name, every refusal a problem document
 * and every success as its schema has it. A server that is busy says when to ask again; whoever asks sees to it that it is not busy for ever.
 */
final class Oracle {

    /** No measure of speed: beyond it somebody waits for nothing. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final ApiSchemas schemas;

    Oracle(ApiSchemas schemas) {
        this.schemas = schemas;
    }

    Optional<String> faultOf(Attempt attempt, HttpResponse<byte[]> answer, Duration took) {
        int status = answer.statusCode();
        if (status >= 500 && status != 503) {
            return Optional.of("status " + status);
        }
        if (!attempt.operation().answers().containsKey(status)) {
            return Optional.of("status " + status + " is not in the document");
        }
        if (took.compareTo(LONGEST) > 0) {
            return Optional.of("it took " + took.toSeconds() + " s");
        }
        return status < 400
                ? faultOfSuccess(attempt, answer)
                : isOfOauth(attempt, answer) ? Optional.empty() : faultOfRefusal(answer);
    }

    private Optional<String> faultOfSuccess(Attempt attempt, HttpResponse<byte[]> answer) {
        if (attempt.refused()) {
            return Optional.of("this was not refused");
        }
        JsonNode schema = attempt.operation().answers().get(answer.statusCode());
        if (schema.isMissingNode()) {
            return Optional.empty();
        }
        JsonNode body = json(answer);
        String faults = body.isMissingNode() ? "it is no JSON" : schemas.faults(body, schema);
        return faults.isEmpty() ? Optional.empty() : Optional.of("not as its schema has it: " + faults);
    }

    /** The token endpoint refuses as RFC 6749 has it. */
    private static boolean isOfOauth(Attempt attempt, HttpResponse<byte[]> answer) {
        return attempt.operation().name().equals("POST /api/auth/token")
                && json(answer).path("error").isTextual()
                && json(answer).path("error_description").isTextual();
    }

    private static Optional<String> faultOfRefusal(HttpResponse<byte[]> answer) {
        JsonNode problem = json(answer);
        if (!header("Content-Type", answer).startsWith("application/problem+json")) {
            return Optional.of("a refusal of type '" + header("Content-Type", answer) + "'");
        }
        if (problem.path("status").asInt() != answer.statusCode()
                || problem.path("type").asText().isBlank()
                || problem.path("correlationId").asText().isBlank()) {
            return Optional.of("a problem without type, status or correlation id");
        }
        boolean later = answer.statusCode() == 429 || answer.statusCode() == 503;
        if (later && header("Retry-After", answer).isEmpty()) {
            return Optional.of("it does not say when to ask again");
        }
        return Optional.empty();
    }

    private static String header(String name, HttpResponse<byte[]> answer) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        try {
            JsonNode body = Rest.JSON.readTree(answer.body());
            return body == null ? MissingNode.getInstance() : body;
        } catch (IOException noJson) {
            return MissingNode.getInstance();
        }
    }
}
