package org.lanerunner.system.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSession;
import org.junit.jupiter.api.Test;
import org.lanerunner.system.ApiOperation;
import org.lanerunner.system.ApiSchemas;

/** What the fuzzing test takes for a fault. */
class OracleTest {

    private static final String DOCUMENT = """
            {"paths": {"/api/things": {"get": {"responses": {
               "200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}},
               "404": {"$ref": "#/components/responses/NotFound"}, "503": {}}}}},
             "components": {"responses": {"NotFound": {}},
               "schemas": {"Thing": {"type": "object", "required": ["id", "name"],
                 "properties": {"id": {"type": "string"}, "name": {"type": ["string", "null"]}, "note": {"type": "string"}}}}}}""";
    private static final String PROBLEM = "{\"type\":\"things/not-found\",\"status\":404,\"correlationId\":\"c\"}";

    private final ApiSchemas schemas = schemas();
    private final Attempt attempt = Attempt.at(ApiOperation.of(schemas).get(0), "right", "/api/things");

    @Test
    void faultsOfTheServersAndStatusesThatTheDocumentDoesNotName() {
        assertEquals("status 500", fault(500, PROBLEM));
        assertEquals("status 502", fault(502, ""));
        assertEquals("status 507", fault(507, PROBLEM));
        assertEquals("status 409 is not in the document", fault(409, PROBLEM));
        assertEquals("none", fault(404, PROBLEM));
    }

    @Test
    void refusalsThatAreNoProblemDocumentsOrDoNotSayWhenToComeAgain() {
        assertEquals("a refusal of type 'text/html'", fault(404, "<html>", "text/html"));
        assertEquals("a problem without type, status or correlation id", fault(404, "{\"status\":404,\"type\":\"a\"}"));
        assertEquals(
                "it does not say when to ask again",
                fault(503, PROBLEM.replace("404", "503"), "application/problem+json"));
    }

    @Test
    void successesThatAreNotAsTheirSchemaHasThem() {
        assertEquals("none", fault(200, "{\"id\":\"a\",\"name\":null}"));
        assertEquals("none", fault(200, "{\"id\":\"a\",\"name\":\"b\",\"note\":\"c\"}"));
        assertTrue(fault(200, "{\"id\":\"a\",\"name\":null,\"secret\":\"b\"}").contains("secret"));
        assertTrue(fault(200, "{\"id\":\"a\"}").contains("name"), "required, though it may be null");
        assertTrue(
                fault(200, "{\"id\":\"a\",\"name\":null,\"note\":null}").contains("note"), "it may be left out only");
        assertTrue(fault(200, "{\"id\":5,\"name\":null}").startsWith("not as its schema has it"));
        assertTrue(fault(200, "{\"id\":null,\"name\":null}").startsWith("not as its schema has it"));
        assertTrue(fault(200, "{}").startsWith("not as its schema has it"));
    }

    @Test
    void whatHadToBeRefusedAndWasNot() {
        Optional<String> fault =
                new Oracle(schemas).faultOf(attempt.toBeRefused(), answer(200, "{\"id\":\"a\"}", "x"), Duration.ZERO);
        assertEquals(Optional.of("this was not refused"), fault);
    }

    private String fault(int status, String body) {
        return fault(status, body, status < 400 ? "application/json" : "application/problem+json");
    }

    private String fault(int status, String body, String mediaType) {
        return new Oracle(schemas)
                .faultOf(attempt, answer(status, body, mediaType), Duration.ZERO)
                .orElse("none");
    }

    private static ApiSchemas schemas() {
        try {
            return new ApiSchemas(new ObjectMapper().readTree(DOCUMENT));
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    private static HttpResponse<byte[]> answer(int status, String body, String mediaType) {
        return new Answered(
                status,
                body.getBytes(StandardCharsets.UTF_8),
                HttpHeaders.of(Map.of("Content-Type", List.of(mediaType)), (name, value) -> true));
    }

    private record Answered(int statusCode, byte[] body, HttpHeaders headers) implements HttpResponse<byte[]> {

        @Override
        public HttpRequest request() {
            return null;
        }

        @Override
        public Optional<HttpResponse<byte[]>> previousResponse() {
            return Optional.empty();
        }

        @Override
        public Optional<SSLSession> sslSession() {
            return Optional.empty();
        }

        @Override
        public URI uri() {
            return null;
        }

        @Override
        public HttpClient.Version version() {
            return HttpClient.Version.HTTP_1_1;
        }
    }
}
