package org.lanerunner.shared.rest;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;
import org.lanerunner.shared.Refusal;

/**
 * Reads the idempotency key for the interceptors, which run on the same thread, and hashes a body that is small enough to be held in memory ({@link
 * SizeLimit}). A {@link ClaimedFirst} method reads and hashes its body itself.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.USER)
public class IdempotencyFilter implements ContainerRequestFilter, ContainerResponseFilter {

    /** @param call method and path template, to which the key belongs; @param bodyHash null where the body was not read yet */
    record Request(String key, String call, URI address, byte[] bodyHash) {

        /** A hash of path, query and body. */
        byte[] hash(byte[] bodysHash) {
            MessageDigest digest = sha256();
            digest.update(address.getRawPath().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(String.valueOf(address.getRawQuery()).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return digest.digest(bodysHash);
        }
    }

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");
    private static final ThreadLocal<Request> PRESENT = new ThreadLocal<>();

    @Context
    private ResourceInfo resource;

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
        Method method = resource.getResourceMethod();
        boolean claimed = method.isAnnotationPresent(ClaimedFirst.class);
        if (claimed || IdempotentPosts.keepsAnswers(method)) {
            PRESENT.set(new Request(
                    key,
                    String.valueOf(request.getProperty(CallFilter.CALL)),
                    request.getUriInfo().getRequestUri(),
                    claimed ? null : bodyHash(request)));
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        PRESENT.remove();
    }

    private static byte[] bodyHash(ContainerRequestContext request) throws IOException {
        byte[] body = request.getEntityStream().readNBytes(SizeLimit.BODY_BYTES + 1);
        if (body.length > SizeLimit.BODY_BYTES) {
            throw SizeLimit.tooLarge();
        }
        request.setEntityStream(new ByteArrayInputStream(body));
        return sha256().digest(body);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
