package org.lanerunner.gate.rest;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.lanerunner.gate.OpenNetworks;
import org.lanerunner.shared.Refusal;

/** Refuses every call from a network that is shut out, before anything else is checked. The connection's address counts, never a header. */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION - 3)
public class ShutOutFilter implements ContainerRequestFilter {

    @Inject
    private HttpServletRequest servletRequest;

    @Inject
    private OpenNetworks networks;

    @Override
    public void filter(ContainerRequestContext request) {
        if (!networks.letIn(servletRequest.getRemoteAddr())) {
            throw new Refusal(
                    Refusal.Kind.FORBIDDEN, "request/network-shut-out", "Nobody is let in from your network address.");
        }
    }
}
