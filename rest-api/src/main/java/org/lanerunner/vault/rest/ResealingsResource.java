package org.lanerunner.vault.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.vault.ResealingView;
import org.lanerunner.vault.Resealings;

/**
 * How far the change of the vault's data keys has come, for the platform's administrator. It is started at the machine, by {@code ./lanerunner keys rotate
 * data}.
 */
@Path("/admin/resealings")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "administration")
public class ResealingsResource {

    @Inject
    private Resealings resealings;

    @Inject
    private CurrentCaller currentCaller;

    @GET
    @Operation(
            summary = "The jobs that seal all secrets anew after a change of keys, newest first, and how far each is")
    public Page<ResealingView> list(
            @QueryParam("after") String after, @QueryParam("limit") @DefaultValue("25") int limit) {
        return resealings.list(currentCaller.get(), new PageRequest(after, limit));
    }
}
