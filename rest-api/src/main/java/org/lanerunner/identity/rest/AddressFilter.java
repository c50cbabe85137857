package org.lanerunner.identity.rest;

import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.lanerunner.identity.AllowedNetworks;
import org.lanerunner.shared.Refusal;

/**
 * Refuses calls for an organisation that come from an address from which it lets nobody in. Calls about the person alone, and the switch to another of their
 * organisations, stay open. The connection's address counts, never a header.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION + 1)
public class AddressFilter implements ContainerRequestFilter {

    private static final String WAYS_IN = "/auth/";
    private static final String OWN_ACCOUNT = "/me";

    @Context
    private ResourceInfo resource;

    @Inject
    private HttpServletRequest servletRequest;

    @Inject
    private AllowedNetworks allowed;

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getSecurityContext().getUserPrincipal() instanceof JsonWebToken token
                && !isOpen(request)
                && !allowed.allow(UUID.fromString(token.getClaim("org").toString()), servletRequest.getRemoteAddr())) {
            throw new Refusal(
                    Refusal.Kind.FORBIDDEN,
                    "organisations/address-not-allowed",
                    "Your organisation lets nobody in from this network address.");
        }
    }

    private boolean isOpen(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        Method method = resource.getResourceMethod();
        return path.startsWith(WAYS_IN)
                || path.equals(OWN_ACCOUNT)
                || method == null
                || method.isAnnotationPresent(PermitAll.class)
                || method.getDeclaringClass().isAnnotationPresent(PermitAll.class);
    }
}
