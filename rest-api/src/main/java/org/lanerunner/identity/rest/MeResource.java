package org.lanerunner.identity.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.identity.Accounts;
import org.lanerunner.identity.Me;
import org.lanerunner.shared.CurrentCaller;

/** The signed-in person. */
@Path("me")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "accounts")
public class MeResource {

    @Inject
    private Accounts accounts;

    @Inject
    private CurrentCaller currentCaller;

    @GET
    @Operation(summary = "Who you are, the organisation you act for, and what you may do there")
    public Me me() {
        return accounts.me(currentCaller.get());
    }
}
