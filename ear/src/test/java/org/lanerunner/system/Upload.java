package org.lanerunner.system;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/** Sends a file as a browser's form does. */
public final class Upload {

    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private Upload() {}

    /** A picture of one pixel for a booking; an id that is none is sent as it is. */
    public static Answer png(String path, Object bookingId, Person as) {
        return send(path, PNG, "pixel.png", bookingId, as);
    }

    /** @param bookingId null for a document of no booking */
    static Answer file(byte[] content, String name, Object bookingId, Person as) {
        return send("/api/documents", content, name, bookingId, as);
    }

    static Answer picture(byte[] content, Person as) {
        return send("/api/me/profile/avatar", content, "me.png", null, as);
    }

    private static Answer send(String path, byte[] content, String name, Object bookingId, Person as) {
        String boundary = "part-" + UUID.randomUUID();
        HttpRequest.Builder request = HttpRequest.newBuilder(Rest.address(path))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(form(boundary, content, name, bookingId)));
        if (as != null) {
            request.header("Authorization", "Bearer " + as.accessToken());
        }
        return Rest.send(request.build());
    }

    private static byte[] form(String boundary, byte[] content, String name, Object bookingId) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        try {
            if (bookingId != null) {
                form.write(text("--" + boundary + "\r\nContent-Disposition: form-data; name=\"bookingId\"\r\n\r\n"
                        + bookingId + "\r\n"));
            }
            form.write(text("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                    + "\"\r\nContent-Type: image/png\r\n\r\n"));
            form.write(content);
            form.write(text("\r\n--" + boundary + "--\r\n"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return form.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
