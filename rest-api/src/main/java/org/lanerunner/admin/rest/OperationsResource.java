package org.lanerunner.admin.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.admin.JobView;
import org.lanerunner.admin.Jobs;
import org.lanerunner.admin.Operations;
import org.lanerunner.admin.OperationsView;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.rest.Checks;
import org.lanerunner.shared.rest.SystemResource;

/** How the installation stands, for the platform's administrator. */
@Path("/admin")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "administration")
public class OperationsResource {

    /** @param health the same as the answer of /api/health */
    public record Standing(OperationsView figures, SystemResource.Health health) {}

    @Inject
    private Operations operations;

    @Inject
    private Jobs jobs;

    @Inject
    private Checks checks;

    @Inject
    private CurrentCaller currentCaller;

    @GET
    @Path("operations")
    @Operation(summary = "Whether anything waits, fails, lies dead or is down")
    public Standing view() {
        OperationsView figures = operations.view(currentCaller.get());
        return new Standing(figures, checks.all());
    }

    @GET
    @Path("jobs")
    @Operation(summary = "The jobs of Jakarta Batch, each with its last ten runs, newest first")
    public List<JobView> jobs() {
        return jobs.list(currentCaller.get());
    }

    @POST
    @Path("jobs/{job}/{id}/restart")
    @Operation(summary = "Have a run that failed done again")
    @APIResponse(responseCode = "204", description = "It is next")
    public void restart(@PathParam("job") String job, @PathParam("id") UUID id) {
        jobs.restart(currentCaller.get(), job, id);
    }
}
