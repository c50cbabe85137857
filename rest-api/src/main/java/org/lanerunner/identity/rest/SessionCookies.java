package org.lanerunner.identity.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lanerunner.identity.IdentitySettings;
import org.lanerunner.identity.Registered;
import org.lanerunner.identity.Tokens;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Settings;

/**
 * What a browser keeps of a session where no script can read it: the refresh token, and the key of its device. Only for who asks for it by a header, which a page of
 * another origin can't send without the browser asking here first, and is refused whatever it sends: with the cookies' SameSite nobody's page
 * makes a browser use them. Other clients get everything in the body and never a cookie.
 */
@Provider
@ApplicationScoped
public class SessionCookies implements ContainerResponseFilter {

    private static final String ASKED_BY = "Session-Transport";
    private static final String ASKED = "cookie";
    private static final String PATH = "/api/auth";
    private static final String REFRESH = "lanerunner-refresh";
    private static final String DEVICE = "lanerunner-device";

    /** Browsers take a cookie of such a name only by TLS and from this host alone, for all of it: neither a plain request nor a neighbour of the domain puts one in its place. */
    private static final String BY_TLS = "__Host-";

    /** What the version before called them. They are not read any more, since a neighbour of the domain may have set them, and are taken back with the first that is set. */
    private static final String BEFORE = "__Secure-";

    /** The longest that browsers keep one. */
    private static final Duration DEVICE_KEPT = Duration.ofDays(400);

    @Inject
    private HttpServletRequest servletRequest;

    @Inject
    private CurrentDevice device;

    @Inject
    private Settings settings;

    /** @throws Refusal UNAUTHENTICATED for a page of another origin */
    boolean areAskedFor() {
        if (!ASKED.equals(servletRequest.getHeader(ASKED_BY))) {
            return false;
        }
        String origin = servletRequest.getHeader("Origin");
        if (origin != null && !isOwn(origin, servletRequest.getHeader("Host"))) {
            throw new Refusal(
                    Refusal.Kind.UNAUTHENTICATED,
                    "identity/foreign-origin",
                    "Only the portal's own pages have their session in a cookie.");
        }
        return true;
    }

    /** Empty where none is there or the client does not ask for cookies. */
    Optional<String> refreshToken() {
        return areAskedFor() ? value(REFRESH) : Optional.empty();
    }

    Optional<String> deviceKey() {
        return areAskedFor() ? value(DEVICE) : Optional.empty();
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!ASKED.equals(servletRequest.getHeader(ASKED_BY))) {
            return;
        }
        if (response.getEntity() instanceof Tokens tokens) {
            keep(response, tokens.refreshToken());
            response.setEntity(tokens.withoutRefreshToken());
        } else if (response.getEntity() instanceof Registered registered) {
            keep(response, registered.refreshToken());
            response.setEntity(registered.withoutRefreshToken());
        } else if (needsDevice(request, response)) {
            device.cookieKey().ifPresent(key -> add(response, DEVICE, key, DEVICE_KEPT));
        } else if (ends(request, response)) {
            add(response, REFRESH, "", Duration.ZERO);
        }
    }

    /** @param refreshToken null for one that stays as it is: a proof in a session brings an access token alone */
    private void keep(ContainerResponseContext response, String refreshToken) {
        if (refreshToken != null) {
            add(response, REFRESH, refreshToken, settings.duration(IdentitySettings.SESSION_LIFETIME));
            device.cookieKey().ifPresent(key -> add(response, DEVICE, key, DEVICE_KEPT));
        }
    }

    /** Who set a new password by mail is known by this browser from then on, and who goes to a provider of logins when they come back. */
    private static boolean needsDevice(ContainerRequestContext request, ContainerResponseContext response) {
        String path = request.getUriInfo().getPath();
        return (path.endsWith("auth/reset") || path.endsWith("providers/begin") || path.endsWith("logins/begin"))
                && response.getStatus() < 300;
    }

    /** Signed out, or refreshed in vain: what the cookie holds opens nothing any more. */
    private static boolean ends(ContainerRequestContext request, ContainerResponseContext response) {
        String path = request.getUriInfo().getPath();
        boolean refused = response.getStatus() == Response.Status.UNAUTHORIZED.getStatusCode();
        return path.endsWith("auth/logout") && response.getStatus() < 300 || path.endsWith("auth/refresh") && refused;
    }

    private void add(ContainerResponseContext response, String name, String value, Duration kept) {
        if (byTls()) {
            set(response, BY_TLS + name, "/", value, kept);
            if (sent(BEFORE + name).isPresent()) {
                set(response, BEFORE + name, PATH, "", Duration.ZERO);
            }
        } else {
            set(response, name, PATH, value, kept);
        }
    }

    private void set(ContainerResponseContext response, String name, String path, String value, Duration kept) {
        NewCookie cookie = new NewCookie.Builder(name)
                .value(value)
                .path(path)
                .maxAge((int) kept.toSeconds())
                .secure(byTls())
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
        response.getHeaders().add(HttpHeaders.SET_COOKIE, cookie);
    }

    private Optional<String> value(String name) {
        return sent(byTls() ? BY_TLS + name : name);
    }

    private Optional<String> sent(String wanted) {
        Cookie[] cookies = servletRequest.getCookies();
        List<Cookie> all = cookies == null ? List.of() : Arrays.asList(cookies);
        return all.stream()
                .filter(cookie -> cookie.getName().equals(wanted))
                .map(Cookie::getValue)
                .findFirst();
    }

    /** Also where a proxy in front ends it, by what the browser says of its page. */
    private boolean byTls() {
        String origin = servletRequest.getHeader("Origin");
        return servletRequest.isSecure() || origin != null && origin.startsWith("https://");
    }

    private static boolean isOwn(String origin, String host) {
        try {
            URI uri = URI.create(origin);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && host != null && host.equalsIgnoreCase(uri.getRawAuthority());
        } catch (IllegalArgumentException opaque) {
            return false;
        }
    }
}
