package org.lanerunner.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** A person at the public API: asks over HTTP with the own token, or nobody with none. */
public final class Api {

    /** What came back; the body is missing where it is empty or no JSON. */
    public record Answer(int status, JsonNode body, String text, HttpHeaders headers) {

        /** The text at a JSON pointer. */
        public String at(String pointer) {
            return body.at(pointer).asText();
        }

        public Answer expect(int expected) {
            if (status != expected) {
                throw new AssertionError("expected " + expected + ", got " + status + ": " + text);
            }
            return this;
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private static final String PASSWORD = "correct horse battery";

    private final String token;
    private final UUID personId;
    private final UUID organisationId;
    private final String email;

    private Api(String token, UUID personId, UUID organisationId, String email) {
        this.token = token;
        this.personId = personId;
        this.organisationId = organisationId;
        this.email = email;
    }

    public static Api nobody() {
        return new Api(null, null, null, null);
    }

    public static Api withToken(String token) {
        return new Api(token, null, null, null);
    }

    /** Registers a new person with a new organisation of the kind, such as SHIPPER. */
    public static Api register(String kind) {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        String email = kind.toLowerCase(java.util.Locale.ROOT) + "-" + mark + "@example.org";
        Answer answer = nobody().post(
                        "/auth/register",
                        Map.of(
                                "email",
                                email,
                                "password",
                                PASSWORD,
                                "name",
                                "Test " + mark,
                                "organisation",
                                Map.of("name", kind + " " + mark, "kind", kind)))
                .expect(201);
        return new Api(
                answer.at("/accessToken"),
                UUID.fromString(answer.at("/personId")),
                UUID.fromString(answer.at("/organisationId")),
                email);
    }

    /** The platform's administrator, signed in. */
    public static Api administrator() {
        String email = People.admin().email();
        Answer login = nobody().post("/auth/login", Map.of("email", email, "password", People.PASSWORD))
                .expect(200);
        return new Api(login.at("/accessToken"), null, null, email);
    }

    public UUID personId() {
        return personId;
    }

    public UUID organisationId() {
        return organisationId;
    }

    public String email() {
        return email;
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** @param body anything Jackson writes, or JSON text as it is */
    public Answer post(String path, Object body) {
        return send(request(path).header("Content-Type", "application/json").POST(publisher(body)));
    }

    public Answer post(String path, Object body, Map<String, String> headers) {
        HttpRequest.Builder request =
                request(path).header("Content-Type", "application/json").POST(publisher(body));
        headers.forEach(request::header);
        return send(request);
    }

    public Answer put(String path, Object body) {
        return send(request(path).header("Content-Type", "application/json").PUT(publisher(body)));
    }

    public Answer patch(String path, Object body) {
        return send(request(path)
                .header("Content-Type", "application/merge-patch+json")
                .method("PATCH", publisher(body)));
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /** With this person's token; the path is below {@code /api}. */
    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(TestServer.address() + "/api" + path))
                .timeout(Duration.ofSeconds(60));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    public static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), json(response.body()), response.body(), response.headers());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static JsonNode json(String text) {
        try {
            JsonNode body = JSON.readTree(text);
            return body == null ? MissingNode.getInstance() : body;
        } catch (IOException noJson) {
            return MissingNode.getInstance();
        }
    }

    private static HttpRequest.BodyPublisher publisher(Object body) {
        try {
            return HttpRequest.BodyPublishers.ofString(
                    body instanceof String text ? text : JSON.writeValueAsString(body));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
