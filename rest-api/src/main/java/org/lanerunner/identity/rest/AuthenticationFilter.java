package org.lanerunner.identity.rest;

import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.security.Principal;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.lanerunner.identity.EndedSessions;
import org.lanerunner.identity.KeyBearer;
import org.lanerunner.identity.KeyCallers;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.Refusal;

/**
 * Checks who calls before anything of the body is read. Whatever is not {@link PermitAll} needs an access token. A token whose session has ended, or whose
 * roles were taken away, is refused before its time is over. So is a token of an earlier version that does not say how far its permissions reach; a refresh
 * gives one that does. An API key is good as long as the key is, and a token that was exchanged for one as long as the secret is. The use case itself checks
 * what the caller may do.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION)
public class AuthenticationFilter implements ContainerRequestFilter {

    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @Context
    private ResourceInfo resource;

    @Inject
    private EndedSessions endedSessions;

    @Inject
    private KeyCallers keys;

    @Inject
    private HttpServletRequest servletRequest;

    @Override
    public void filter(ContainerRequestContext request) {
        Principal principal = request.getSecurityContext().getUserPrincipal();
        if (principal instanceof KeyBearer bearer) {
            bearer.actsAs(keys.bySecret(bearer.secret(), servletRequest.getRemoteAddr()));
        } else if (principal instanceof JsonWebToken token && token.getClaim(CurrentCaller.CLIENT) != null) {
            keys.requireGood(
                    UUID.fromString(token.getClaim(CurrentCaller.CLIENT).toString()),
                    token.getClaim(CurrentCaller.SECRET),
                    servletRequest.getRemoteAddr());
        } else if (principal instanceof JsonWebToken token) {
            requireLiving(token);
            requireReading(token, request.getMethod());
        } else if (!isOpen()) {
            throw Refusal.unauthenticated();
        }
    }

    private void requireLiving(JsonWebToken token) {
        Object session = token.getClaim("sid");
        Object generation = token.getClaim("gen");
        if (session == null
                || generation == null
                || token.getClaim(CurrentCaller.OWN_TRIPS) == null
                || !endedSessions.accepts(
                        UUID.fromString(session.toString()), Integer.parseInt(generation.toString()))) {
            throw new Refusal(
                    Refusal.Kind.UNAUTHENTICATED,
                    "identity/session-ended",
                    "The session is over, or its roles have changed. Refresh or sign in again.");
        }
    }

    /** An administrator who sees what a person sees changes nothing in that person's place, whichever call it is. */
    private void requireReading(JsonWebToken token, String verb) {
        Method method = resource.getResourceMethod();
        if (token.getClaim(CurrentCaller.ACTOR) != null
                && !READING.contains(verb)
                && (method == null || !method.isAnnotationPresent(AllowedReadingOnly.class))) {
            throw Caller.readingOnly();
        }
    }

    /** A path without a resource is answered by the JAX-RS runtime; the method is null then. */
    private boolean isOpen() {
        Method method = resource.getResourceMethod();
        return method == null
                || method.isAnnotationPresent(PermitAll.class)
                || method.getDeclaringClass().isAnnotationPresent(PermitAll.class);
    }
}
