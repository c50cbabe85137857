package org.lanerunner.events.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import java.util.Set;
import org.lanerunner.events.DeniedCalls;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.rest.Problem;

/**
 * Tells the audit about each command that was refused or has failed, and each read that the caller may not have. It does not tell about calls that could not
 * be read at all, were too many, or came while the server was busy: nobody has done anything by those.
 */
@Provider
public class DeniedCallsFilter implements ContainerResponseFilter {

    private static final Set<Integer> OF_COMMANDS = Set.of(401, 403, 404, 409, 412, 422, 500);
    private static final int FORBIDDEN = 403;

    @Inject
    private DeniedCalls denied;

    @Inject
    private CurrentCaller currentCaller;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean reads = Set.of("GET", "HEAD", "OPTIONS").contains(request.getMethod());
        int status = response.getStatus();
        if (response.getEntity() instanceof Problem problem
                && (reads ? status == FORBIDDEN : OF_COMMANDS.contains(status))) {
            Optional<Caller> caller = caller();
            denied.note(
                    caller.map(Caller::principal).orElse(null),
                    caller.map(Caller::organisationId).orElse(null),
                    status,
                    problem.type());
        }
    }

    private Optional<Caller> caller() {
        try {
            return currentCaller.present();
        } catch (Refusal unreadable) {
            return Optional.empty();
        }
    }
}
