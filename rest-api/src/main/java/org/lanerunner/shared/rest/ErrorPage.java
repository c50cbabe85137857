package org.lanerunner.shared.rest;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jboss.logging.Logger;
import org.lanerunner.shared.Limits;

/** Answers requests that never reached JAX-RS (a broken token, a path that can't be decoded) as a problem document, too. web.xml names it as the error page. */
@WebServlet("/error-page")
public class ErrorPage extends HttpServlet {

    private static final Logger LOG = Logger.getLogger(ErrorPage.class);
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Limits limits;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        boolean signedIn = request.getUserPrincipal() != null;
        Problems.Verdict verdict =
                status == null ? Problems.ofStatus(404, signedIn) : Problems.ofStatus((Integer) status, signedIn);
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
            verdict = Problems.verdict(failure, signedIn);
            if (verdict.status() >= 500) {
                LOG.errorf(
                        failure,
                        "%s %s failed",
                        request.getMethod(),
                        request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
            }
        }
        response.setStatus(verdict.status());
        if (verdict.status() == 401) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        if (verdict.retryAfterSeconds() != null) {
            response.setIntHeader("Retry-After", verdict.retryAfterSeconds());
        }
        if (verdict.limit() != null) {
            limits.reached(verdict.limit());
        }
        response.setContentType(Problem.MEDIA_TYPE);
        response.setCharacterEncoding("UTF-8");
        Json.mapper().writeValue(response.getOutputStream(), ProblemMapper.problem(verdict, request));
    }
}
