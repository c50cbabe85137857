package org.lanerunner.shared.rest;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;
import org.lanerunner.shared.Refusal;

/** Reads the idempotency key and hashes the request, body included, for {@link IdempotencyInterceptor}, which runs on the same thread. */
@Provider
@ApplicationScoped
@Priority(Priorities.USER)
public class IdempotencyFilter implements ContainerRequestFilter, ContainerResponseFilter {

    /** @param call method and template, which the key belongs to; @param hash of path, query and body */
    record Request(String key, String call, byte[] hash) {}

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");
    private static final ThreadLocal<Request> PRESENT = new ThreadLocal<>();

    static Request present() {
        return PRESENT.get();
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        PRESENT.remove();
        String key = request.getHeaderString("Idempotency-Key");
        if (key == null || !request.getMethod().equals("POST")) {
            return;
        }
        if (!KEY.matcher(key).matches()) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "request/idempotency-key",
                    "An idempotency key has 1 to 128 visible ASCII characters.");
        }
        byte[] body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        PRESENT.set(new Request(key, String.valueOf(request.getProperty(CallFilter.CALL)), hash(request, body)));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        PRESENT.remove();
    }

    /** A form sent again is the same form, though its parts are divided by another random text each time. */
    private static byte[] withoutBoundary(ContainerRequestContext request, byte[] body) {
        String boundary = request.getMediaType() == null
                ? null
                : request.getMediaType().getParameters().get("boundary");
        if (boundary == null || boundary.isEmpty()) {
            return body;
        }
        return new String(body, StandardCharsets.ISO_8859_1)
                .replace(boundary, "")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] hash(ContainerRequestContext request, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(request.getUriInfo().getRequestUri().getRawPath().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(String.valueOf(request.getUriInfo().getRequestUri().getRawQuery())
                    .getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return digest.digest(withoutBoundary(request, body));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
