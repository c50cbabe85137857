package org.lanerunner.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Serves the portal's files with the headers a browser needs, and the start page for every path that belongs to a screen.
 *
 * <p>Files under {@code /assets/} have a hash of their content in their name, so browsers may keep them for ever; every other file is asked for again. A path
 * with an extension is a file and never falls back to the start page, or a missing script would arrive as HTML. {@code /api} and {@code /ws} are other
 * deployments' paths; a request for them that reaches this one is answered as not found. The policy lets the page load from and talk to its own host only,
 * and no other page may frame it.
 */
@WebFilter("/*")
public class PortalFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final Pattern OTHERS = Pattern.compile("/(api|ws)(/.*)?");
    private static final Pattern FILE = Pattern.compile(".*\\.[A-Za-z0-9]{1,12}");

    private static final String POLICY = String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data: blob:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("X-Frame-Options", "DENY");
        if (OTHERS.matcher(path).matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (path.startsWith("/assets/")) {
            response.setHeader("Cache-Control", "public,max-age=31536000,immutable");
            chain.doFilter(request, new UncachedWhenMissing(response));
        } else {
            response.setHeader("Cache-Control", "no-cache");
            AskedAnew anew = new AskedAnew(request);
            if (path.equals("/") || FILE.matcher(path).matches()) {
                chain.doFilter(anew, response);
            } else {
                anew.getRequestDispatcher("/index.html").forward(anew, response);
            }
        }
    }
}
