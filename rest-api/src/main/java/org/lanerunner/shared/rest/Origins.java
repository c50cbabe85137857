package org.lanerunner.shared.rest;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.lanerunner.shared.ServerSettings;
import org.lanerunner.shared.Settings;

/**
 * The origins, other than the portal's own, whose pages may call the API. The cookies are for the portal's own pages alone, so other origins may not send
 * credentials.
 */
@ApplicationScoped
public class Origins {

    private static final String MAXIMUM_AGE_SECONDS = "600";

    @Inject
    private Settings settings;

    private Set<String> allowed = Set.of();

    @PostConstruct
    void read() {
        allowed = Arrays.stream(settings.text(ServerSettings.ALLOWED_ORIGINS).split(","))
                .map(String::strip)
                .filter(o -> !o.isEmpty())
                .collect(Collectors.toSet());
    }

    /** Sets the headers for an allowed origin. True where the request was only the browser's preflight question, which is answered now. */
    boolean answer(HttpServletRequest request, HttpServletResponse response) {
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return false;
        }
        response.addHeader("Vary", "Origin");
        boolean preflight =
                request.getMethod().equals("OPTIONS") && request.getHeader("Access-Control-Request-Method") != null;
        if (allowed.contains(origin)) {
            response.setHeader("Access-Control-Allow-Origin", origin);
            response.setHeader(
                    "Access-Control-Expose-Headers",
                    "ETag, Location, X-Correlation-Id, Retry-After, Idempotency-Replayed");
            if (preflight) {
                response.setHeader("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE");
                response.setHeader(
                        "Access-Control-Allow-Headers",
                        "Authorization, Content-Type, If-Match, If-None-Match, Idempotency-Key, X-Correlation-Id, Device-Key");
                response.setHeader("Access-Control-Max-Age", MAXIMUM_AGE_SECONDS);
            }
        }
        if (preflight) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        }
        return preflight;
    }
}
