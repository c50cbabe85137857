package org.lanerunner.documents.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.lanerunner.documents.DocumentContent;
import org.lanerunner.documents.DocumentView;

/** A document as it is sent out: always as an attachment that no browser runs or sniffs, whatever its bytes are. */
public final class Attachment {

    private Attachment() {}

    public static Response of(DocumentContent content) {
        DocumentView document = content.document();
        StreamingOutput bytes = output -> Files.copy(content.file(), output);
        return Response.ok(bytes, document.mediaType())
                .header(HttpHeaders.CONTENT_LENGTH, document.sizeBytes())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(document.name()))
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        "Content-Security-Policy",
                        "sandbox; default-src 'none'; base-uri 'none'; frame-ancestors 'none'")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .build();
    }

    /** The name in ASCII for old clients, and in full as UTF-8 (RFC 6266, RFC 8187). */
    private static String attachment(String name) {
        String ascii = name.replaceAll("[^A-Za-z0-9._ -]", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
    }
}
