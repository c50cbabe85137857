package org.lanerunner.identity.rest;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.lanerunner.identity.EndedSessions;
import org.lanerunner.shared.Refusal;

/** Refuses access tokens whose session ended, or whose roles were taken away, before their time is over. */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION)
public class SessionFilter implements ContainerRequestFilter {

    @Inject
    private EndedSessions endedSessions;

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getSecurityContext().getUserPrincipal() instanceof JsonWebToken token && !accepted(token)) {
            throw new Refusal(
                    Refusal.Kind.UNAUTHENTICATED,
                    "identity/session-ended",
                    "The session is over, or its roles have changed. Refresh or sign in again.");
        }
    }

    private boolean accepted(JsonWebToken token) {
        Object session = token.getClaim("sid");
        Object generation = token.getClaim("gen");
        return session != null
                && generation != null
                && endedSessions.accepts(UUID.fromString(session.toString()), Integer.parseInt(generation.toString()));
    }
}
