package org.lanerunner.live.websocket;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import org.lanerunner.shared.ServerSettings;
import org.lanerunner.shared.Settings;

/**
 * Lets pages open a channel only from the portal's own host or a configured origin. Browsers always send the origin of a page, and no page can stop its
 * browser from doing so. A client that sends none is no browser.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class OriginFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Settings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String origin = request.getHeader("Origin");
        if (origin == null || isOwn(origin, request.getHeader("Host")) || isConfigured(origin)) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            response.setContentType("application/problem+json");
            response.getWriter()
                    .write("{\"type\":\"live/foreign-origin\",\"title\":\"Forbidden\",\"status\":403,"
                            + "\"detail\":\"Pages of this origin may not open the live channel.\"}");
        }
    }

    static boolean isOwn(String origin, String host) {
        try {
            URI uri = URI.create(origin);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && host != null && host.equalsIgnoreCase(uri.getRawAuthority());
        } catch (IllegalArgumentException opaque) {
            return false;
        }
    }

    private boolean isConfigured(String origin) {
        return !origin.isEmpty()
                && Arrays.stream(settings.text(ServerSettings.ALLOWED_ORIGINS).split(","))
                        .map(String::strip)
                        .anyMatch(origin::equals);
    }
}
