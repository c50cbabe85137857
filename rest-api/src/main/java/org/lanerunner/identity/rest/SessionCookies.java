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
 * Cookies in which a browser keeps what no script may read of a session: the refresh token, and the key of its device. They are set only for a client that
 * asks by a header. A page of another origin can't send that header without the browser asking this server first, and such a page is refused anyhow; together
 * with SameSite, no foreign page can make a browser use the cookies. Other clients get everything in the body and never a cookie.
 */
@Provider
@ApplicationScoped
public class SessionCookies implements ContainerResponseFilter {

    private static final String ASKED_BY = "Session-Transport";
    private static final String ASKED = "cookie";
    private static final String PATH = "/api/auth";
    private static final String REFRESH = "lanerunner-refresh";
    private static final String DEVICE = "lanerunner-device";

    /**
     * Browsers accept a cookie with such a name only over TLS, from this very host and for all of its paths. So neither a plain request nor another host of
     * the same domain can put one in its place.
     */
    private static final String BY_TLS = "__Host-";

    /**
     * The prefix of the version before. These cookies are not read any more, since another host of the domain may have set them; they are deleted when the
     * first new one is set.
     */
    private static final String BEFORE = "__Secure-";

    /** The longest time for which browsers keep a cookie. */
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

    /** Empty where there is none, or the client does not ask for cookies. */
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

    /** @param refreshToken null where it stays as it is: a proof within a session brings an access token alone */
    private void keep(ContainerResponseContext response, String refreshToken) {
        if (refreshToken != null) {
            add(response, REFRESH, refreshToken, settings.duration(IdentitySettings.SESSION_LIFETIME));
            device.cookieKey().ifPresent(key -> add(response, DEVICE, key, DEVICE_KEPT));
        }
    }

    /**
     * This browser is recognised from now on after a new password was set by mail; also when its person leaves for a provider of logins, since they come
     * back.
     */
    private static boolean needsDevice(ContainerRequestContext request, ContainerResponseContext response) {
        String path = request.getUriInfo().getPath();
        return (path.endsWith("auth/reset") || path.endsWith("providers/begin") || path.endsWith("logins/begin"))
                && response.getStatus() < 300;
    }

    /** After signing out, or a refresh that was refused, the cookie's token opens nothing any more. */
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

    /** Also true where a proxy in front ends TLS; the browser says so by the origin of its page. */
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
