package org.lanerunner.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** A plain client of the public API, as anybody could write one. */
public final class Rest {

    public static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Eventually.LIMIT;
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    private Rest() {}

    /** @param path below the server's address, such as /api/loads; @param body anything that Jackson can write, JSON text, or null */
    public static Answer call(String method, String path, Object body, String accessToken, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path)).timeout(PATIENCE);
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.method(method, HttpRequest.BodyPublishers.ofByteArray(bytes(body)))
                    .setHeader("Content-Type", "application/json");
        }
        if (accessToken != null) {
            request.header("Authorization", "Bearer " + accessToken);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request.build());
    }

    public static Answer get(String path, Person as) {
        return call("GET", path, null, as == null ? null : as.accessToken());
    }

    public static Answer post(String path, Object body, Person as, String... headers) {
        return call("POST", path, body, as == null ? null : as.accessToken(), headers);
    }

    /** A JSON object from names and values in turn; null values are left out. */
    public static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new java.util.LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                object.put((String) namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        return object;
    }

    /** Asks any server. */
    public static Answer send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = exchange(request);
            Answer answer = new Answer(response.statusCode(), body(response), response.headers());
            AnswersFitTheDocument.look(request, answer);
            return answer;
        } catch (IOException noJson) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), noJson);
        }
    }

    /** Asks any server; the body as it comes. */
    public static HttpResponse<byte[]> exchange(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failure) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** What the server measured, in Prometheus' text format. */
    static String measurements() {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(address("/api/metrics")).build();
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    static URI address(String path) {
        return URI.create(TestServer.address() + path);
    }

    private static JsonNode body(HttpResponse<byte[]> response) throws IOException {
        boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
        return json && response.body().length > 0 ? JSON.readTree(response.body()) : MissingNode.getInstance();
    }

    private static byte[] bytes(Object body) {
        try {
            return body instanceof byte[] raw
                    ? raw
                    : body instanceof String text
                            ? text.getBytes(java.nio.charset.StandardCharsets.UTF_8)
                            : JSON.writeValueAsBytes(body);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
