package org.lanerunner.shared.rest;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.Logger;
import org.lanerunner.shared.Correlation;
import org.lanerunner.shared.Limits;

/** Turns every exception that leaves a resource, a filter or a reader into application/problem+json. Only defects are logged with their stack trace. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    /** For refusals on purpose, such as by a part that is busy, not set up, or waits for another system. They are no defects and have no stack trace. */
    private static final Logger UNAVAILABLE = Logger.getLogger("org.lanerunner.unavailable");

    private static final int NO_CONTENT_ABOVE = 400;

    @Context
    private HttpServletRequest request;

    @Inject
    private Limits limits;

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof WebApplicationException web && web.getResponse().getStatus() < NO_CONTENT_ABOVE) {
            return web.getResponse();
        }
        boolean signedIn = request.getUserPrincipal() != null;
        Problems.Verdict verdict = Problems.verdict(failure, signedIn);
        if (verdict.equals(Problems.CHANGED_MEANWHILE) && request.getHeader(HttpHeaders.IF_MATCH) != null) {
            verdict = Problems.STALE;
        }
        if (verdict.status() == 503 && Problems.isRefusal(failure)) {
            UNAVAILABLE.warnf("%s %s: %s", request.getMethod(), request.getRequestURI(), verdict.slug());
        } else if (verdict.status() >= 500) {
            LOG.errorf(failure, "%s %s failed", request.getMethod(), request.getRequestURI());
        }
        return response(verdict, failure instanceof WebApplicationException web ? web.getResponse() : null);
    }

    private Response response(Problems.Verdict verdict, Response original) {
        Response.ResponseBuilder answer =
                Response.status(verdict.status()).type(Problem.MEDIA_TYPE).entity(problem(verdict, request));
        if (verdict.status() == 401) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (verdict.retryAfterSeconds() != null) {
            answer.header(HttpHeaders.RETRY_AFTER, verdict.retryAfterSeconds());
        }
        if (verdict.limit() != null) {
            limits.reached(verdict.limit());
        }
        if (verdict.status() == 405 && original != null && original.getHeaderString(HttpHeaders.ALLOW) != null) {
            answer.header(HttpHeaders.ALLOW, original.getHeaderString(HttpHeaders.ALLOW));
        }
        return answer.build();
    }

    static Problem problem(Problems.Verdict verdict, HttpServletRequest request) {
        return new Problem(
                verdict.slug(),
                Problems.title(verdict.status()),
                verdict.status(),
                verdict.detail(),
                address(request),
                Correlation.id(),
                verdict.violations() == null || verdict.violations().isEmpty() ? null : verdict.violations());
    }

    /** On the error page the request's own address is that of the page, so the original one is read from its attribute. */
    private static String address(HttpServletRequest request) {
        Object original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return original == null ? request.getRequestURI() : original.toString();
    }
}
