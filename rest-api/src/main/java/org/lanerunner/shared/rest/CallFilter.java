package org.lanerunner.shared.rest;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.lanerunner.shared.Correlation;
import org.lanerunner.shared.StatementCount;
import org.lanerunner.shared.Versioned;

/** Names the call by its path template (for log, audit and metrics), measures its time, counts its statements, and sets the ETag of a versioned answer. */
@Provider
@Priority(Priorities.AUTHENTICATION - 2)
public class CallFilter implements ContainerRequestFilter, ContainerResponseFilter {

    static final String CALL = "org.lanerunner.call";
    private static final String STARTED = "org.lanerunner.started";
    private static final String STATEMENTS = "org.lanerunner.statements";

    private final Map<Method, String> templates = new ConcurrentHashMap<>();
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();
    private final Map<String, DistributionSummary> statements = new ConcurrentHashMap<>();

    @Context
    private ResourceInfo resource;

    @Inject
    private MeterRegistry meters;

    @Override
    public void filter(ContainerRequestContext request) {
        request.setProperty(STARTED, System.nanoTime());
        request.setProperty(STATEMENTS, StatementCount.soFar());
        Method method = resource.getResourceMethod();
        if (method != null) {
            String call = request.getMethod() + " " + templates.computeIfAbsent(method, CallFilter::template);
            request.setProperty(CALL, call);
            Correlation.set(Correlation.id(), call);
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Versioned versioned && response.getStatus() < 300) {
            tag(request, response, versioned);
        }
        if (request.getProperty(STARTED) instanceof Long started) {
            String call = String.valueOf(Objects.requireNonNullElse(request.getProperty(CALL), "unknown"));
            timer(call, response.getStatus()).record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
            statements(call).record(StatementCount.soFar() - (int) request.getProperty(STATEMENTS));
        }
    }

    private static void tag(ContainerRequestContext request, ContainerResponseContext response, Versioned versioned) {
        EntityTag tag = new EntityTag(String.valueOf(versioned.version()));
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        String known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (request.getMethod().equals("GET")
                && known != null
                && known.strip().equals("\"" + versioned.version() + "\"")) {
            response.setEntity(null);
            response.setStatus(Response.Status.NOT_MODIFIED.getStatusCode());
        }
    }

    private Timer timer(String call, int status) {
        return timers.computeIfAbsent(call + " " + status, key -> Timer.builder("lanerunner.http.requests")
                .description("Requests answered, by call template and status")
                .tag("call", call)
                .tag("status", String.valueOf(status))
                .register(meters));
    }

    private DistributionSummary statements(String call) {
        return statements.computeIfAbsent(call, key -> DistributionSummary.builder("lanerunner.http.statements")
                .description("Statements sent to the database for a request, by call template")
                .tag("call", call)
                .register(meters));
    }

    private static String template(Method method) {
        Path onClass = method.getDeclaringClass().getAnnotation(Path.class);
        Path onMethod = method.getAnnotation(Path.class);
        String path =
                "/api/" + (onClass == null ? "" : onClass.value()) + "/" + (onMethod == null ? "" : onMethod.value());
        String single = path.replaceAll("/+", "/");
        return single.length() > 1 && single.endsWith("/") ? single.substring(0, single.length() - 1) : single;
    }
}
