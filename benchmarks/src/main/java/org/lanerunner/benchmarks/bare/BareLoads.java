package org.lanerunner.benchmarks.bare;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.lanerunner.loads.LoadPermissions;
import org.lanerunner.loads.LoadRequest;
import org.lanerunner.loads.LoadView;
import org.lanerunner.loads.Loads;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Grants;
import org.lanerunner.shared.Principal;

/** Reading and posting a load by the use cases of {@code LoadsResource}, always for the caller who was named once. */
@Path("/bare-loads")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class BareLoads {

    @Inject
    private Loads loads;

    private volatile Caller caller;

    @PUT
    @Path("/caller")
    public void actFor(@QueryParam("person") UUID person, @QueryParam("organisation") UUID organisation) {
        caller = new Caller(
                new Principal.Person(person, person, Instant.EPOCH, false),
                organisation,
                Grants.of(Set.of(LoadPermissions.VIEW, LoadPermissions.POST), Set.of()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response post(@NotNull LoadRequest request) {
        LoadView posted = loads.post(caller, request);
        return Response.created(URI.create("loads/" + posted.id()))
                .entity(posted)
                .build();
    }

    @GET
    @Path("/{id}")
    public LoadView get(@PathParam("id") UUID id) {
        return loads.view(caller, id);
    }
}
