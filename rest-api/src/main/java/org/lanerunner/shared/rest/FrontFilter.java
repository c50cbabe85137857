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
import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lanerunner.shared.Correlation;
import org.lanerunner.shared.Origin;
import org.lanerunner.shared.Uuid7;

/**
 * Runs around every request: gives it a correlation id (the client's, if that has the right form), sets the security headers, and answers the CORS questions
 * of browsers for the configured origins, and for no others.
 */
@WebFilter(
        urlPatterns = "/*",
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR},
        asyncSupported = true)
public class FrontFilter extends HttpFilter {

    static final String CORRELATION_HEADER = "X-Correlation-Id";
    private static final Pattern DECENT = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** The parameter {@code q} of a media range, and its value. */
    private static final Pattern WEIGHT = Pattern.compile("(?i);\\s*q\\s*(?:=\\s*\"?([^;,\"]*)\"?)?(?=\\s*[;,]|\\s*$)");

    private static final Pattern NUMBER = Pattern.compile("\\s*(?:0(?:\\.\\d{0,3})?|1(?:\\.0{0,3})?)\\s*");
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Origins origins;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String id = correlationId(request);
        Correlation.set(id, RawCall.of(request.getMethod(), request.getRequestURI()));
        Correlation.from(new Origin(request.getRemoteAddr(), request.getHeader("User-Agent")));
        try {
            setHeaders(request, response, id);
            if (origins.answer(request, response)) {
                return;
            }
            if (request.getDispatcherType() == DispatcherType.REQUEST && !weightsAreNumbers(request)) {
                response.sendError(HttpServletResponse.SC_BAD_REQUEST);
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

    /** The JAX-RS runtime fails on a weight that is no number ({@code q=high}) before any code here is called. */
    private static boolean weightsAreNumbers(HttpServletRequest request) {
        for (String name : new String[] {"Accept", "Content-Type"}) {
            for (String line : Collections.list(request.getHeaders(name))) {
                Matcher weight = WEIGHT.matcher(line);
                while (weight.find()) {
                    if (weight.group(1) == null
                            || !NUMBER.matcher(weight.group(1)).matches()) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static void setHeaders(HttpServletRequest request, HttpServletResponse response, String id) {
        response.setHeader(CORRELATION_HEADER, id);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'self'; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
        response.setHeader("Cache-Control", "no-store");
    }
}
