package org.lanerunner.identity.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import org.lanerunner.identity.Registered;
import org.lanerunner.identity.Tokens;

/**
 * What a browser keeps of a session where no script can read it. Only for who asks for it by a header that no foreign page can send without being asked for by
 * the browser first: other clients get everything in the body and never a cookie.
 */
@Provider
@ApplicationScoped
public class SessionCookies implements ContainerResponseFilter {

    static final String ASKED_BY = "Session-Transport";
    private static final String COOKIE = "cookie";
    private static final String PATH = "/api/auth";

    /** The longest that browsers keep one. */
    private static final Duration DEVICE_KEPT = Duration.ofDays(400);

    @Inject
    private HttpServletRequest servletRequest;

    @Inject
    private CurrentDevice device;

    static boolean areAskedFor(HttpServletRequest request) {
        return COOKIE.equals(request.getHeader(ASKED_BY));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean opens = response.getEntity() instanceof Tokens || response.getEntity() instanceof Registered;
        if (opens && areAskedFor(servletRequest)) {
            device.cookieKey().ifPresent(key -> response.getHeaders()
                    .add(HttpHeaders.SET_COOKIE, cookie(CurrentDevice.COOKIE, key, DEVICE_KEPT)));
        }
    }

    private NewCookie cookie(String name, String value, Duration kept) {
        return new NewCookie.Builder(name)
                .value(value)
                .path(PATH)
                .maxAge((int) kept.toSeconds())
                .secure(servletRequest.isSecure())
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
