package org.lanerunner.shared.rest;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.ServerSettings;
import org.lanerunner.shared.Settings;

/**
 * Reads no body beyond its limit, whether its length was announced or not: 1 MiB, or 10 MiB and its wrapping for a file, or less by {@link
 * ServerSettings#HTTP_BODY_BYTES}. The server itself has no limit, since it would answer a larger announced length with a bare 400 before any code here is
 * called. A caller who may not call at all is told that first.
 */
@Provider
@Priority(Priorities.AUTHENTICATION + 1)
public class SizeLimit implements ContainerRequestFilter {

    static final int BODY_BYTES = 1024 * 1024;
    static final long UPLOAD_BYTES = 10 * 1024 * 1024L + 64 * 1024;
    private static final Pattern BOUNDARY = Pattern.compile("[\\x20-\\x7e]{0,69}[\\x21-\\x7e]");

    @Inject
    private Settings settings;

    @Override
    public void filter(ContainerRequestContext request) {
        boolean upload = request.getMediaType() != null
                && request.getMediaType().isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE);
        if (upload && !hasBoundary(request.getMediaType())) {
            throw new Refusal(Refusal.Kind.MALFORMED, "request/malformed", "A multipart body names its boundary.");
        }
        long limit = Math.min(upload ? UPLOAD_BYTES : BODY_BYTES, settings.number(ServerSettings.HTTP_BODY_BYTES));
        String announced = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (announced != null && (announced.length() > 18 || Long.parseLong(announced) > limit)) {
            throw tooLarge();
        }
        request.setEntityStream(new Limited(request.getEntityStream(), limit));
    }

    /** Whether the boundary has the form of RFC 2046. */
    private static boolean hasBoundary(MediaType type) {
        String boundary = type.getParameters().get("boundary");
        return boundary != null && BOUNDARY.matcher(boundary).matches();
    }

    static Refusal tooLarge() {
        return new Refusal(Refusal.Kind.TOO_LARGE, "request/too-large", "The body is larger than this address takes.")
                .beyond(Limit.BODY);
    }

    private static final class Limited extends FilterInputStream {

        private long left;

        Limited(InputStream stream, long limit) {
            super(stream);
            left = limit;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            count(Math.max(0, count));
            return count;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw tooLarge();
            }
        }
    }
}
