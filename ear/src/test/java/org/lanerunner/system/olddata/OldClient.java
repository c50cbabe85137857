package org.lanerunner.system.olddata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.lanerunner.system.Answer;
import org.lanerunner.system.Form;
import org.lanerunner.system.Rest;

/** The public API of some server as somebody uses it, or nobody. */
final class OldClient {

    private final URI server;
    private final String accessToken;

    private OldClient(URI server, String accessToken) {
        this.server = server;
        this.accessToken = accessToken;
    }

    static OldClient nobody(URI server) {
        return new OldClient(server, null);
    }

    /** Whoever was registered, signed in or refreshed with this answer. */
    OldClient as(Answer tokens) {
        return new OldClient(server, tokens.text("accessToken"));
    }

    OldClient signIn(String email, String password) {
        return as(post("/api/auth/login", Rest.object("email", email, "password", password))
                .expect(200));
    }

    Answer get(String path) {
        return Rest.send(request(path).GET().build());
    }

    /** What a path serves, whatever it is. */
    HttpResponse<byte[]> content(String path) {
        return Rest.exchange(request(path).GET().build());
    }

    Answer post(String path, Object body, String... headers) {
        return send("POST", path, body, headers);
    }

    Answer send(String method, String path, Object body, String... headers) {
        HttpRequest.Builder request = request(path);
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.method(method, BodyPublishers.ofByteArray(bytes(body))).header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return Rest.send(request.build());
    }

    /** Stores a file as a document, of a booking or of none. */
    Answer upload(byte[] content, String fileName, String bookingId) {
        Form form = new Form();
        if (bookingId != null) {
            form.part("form-data; name=\"bookingId\"", bookingId.getBytes());
        }
        form.part("form-data; name=\"file\"; filename=\"" + fileName + "\"", content)
                .end();
        return Rest.send(request("/api/documents")
                .header("Content-Type", form.mediaType())
                .POST(BodyPublishers.ofByteArray(form.bytes()))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path));
        return accessToken == null ? request : request.header("Authorization", "Bearer " + accessToken);
    }

    private static byte[] bytes(Object body) {
        try {
            return Rest.JSON.writeValueAsBytes(body);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
