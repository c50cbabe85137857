package org.lanerunner.shared.rest;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.lanerunner.shared.Correlation;
import org.lanerunner.shared.Uuid7;

/**
 * Around every request: gives it a correlation id (the client's, if it is a decent one), sets the security headers, and answers browsers of the configured
 * origins, and of no others, as CORS wants it.
 */
@WebFilter(
        urlPatterns = "/*",
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR},
        asyncSupported = true)
public class FrontFilter extends HttpFilter {

    static final String CORRELATION_HEADER = "X-Correlation-Id";
    private static final Pattern DECENT = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Origins origins;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String id = correlationId(request);
        Correlation.set(id, request.getMethod() + " " + request.getRequestURI());
        try {
            setHeaders(request, response, id);
            if (origins.answer(request, response)) {
                return;
            }
            chain.doFilter(request, response);
        } finally {
            Correlation.clear();
        }
    }

    private static String correlationId(HttpServletRequest request) {
        if (request.getAttribute(CORRELATION_HEADER) instanceof String known) {
            return known;
        }
        String asked = request.getHeader(CORRELATION_HEADER);
        String id = asked != null && DECENT.matcher(asked).matches()
                ? asked
                : Uuid7.next().toString();
        request.setAttribute(CORRELATION_HEADER, id);
        return id;
    }

    private static void setHeaders(HttpServletRequest request, HttpServletResponse response, String id) {
        response.setHeader(CORRELATION_HEADER, id);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
        response.setHeader("Cache-Control", "no-store");
    }
}
