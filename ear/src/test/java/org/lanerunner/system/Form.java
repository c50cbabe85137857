package org.lanerunner.system;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A multipart form written byte by byte, right or wrong. */
public final class Form {

    final String boundary = "part-" + UUID.randomUUID();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    static Form file(byte[] content) {
        return new Form().part("form-data; name=\"file\"; filename=\"proof.pdf\"", content);
    }

    public Form part(String disposition, byte[] content) {
        return raw("--" + boundary + "\r\nContent-Disposition: " + disposition + "\r\n\r\n")
                .raw(content)
                .raw("\r\n");
    }

    Form raw(String text) {
        return raw(text.getBytes(StandardCharsets.UTF_8));
    }

    Form raw(byte[] content) {
        bytes.writeBytes(content);
        return this;
    }

    public Form end() {
        return raw("--" + boundary + "--\r\n");
    }

    public byte[] bytes() {
        return bytes.toByteArray();
    }

    public String mediaType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    /** Posted as a document. */
    Answer post(Person as, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(Rest.address("/api/documents"))
                .header("Content-Type", mediaType())
                .header("Authorization", "Bearer " + as.accessToken())
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes()));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return Rest.send(request.build());
    }
}
