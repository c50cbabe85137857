package org.lanerunner.identity.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.identity.AddressListView;
import org.lanerunner.identity.AddressLists;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.IfMatch;

/** The networks from which an organisation lets its members in. */
@Path("organisations/{id}/addresses")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "organisations")
public class AddressListsResource {

    /** @param networks such as 203.0.113.0/24, or an address; an empty list lets members in from everywhere */
    public record WrittenList(List<String> networks) {}

    @Inject
    private AddressLists lists;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private CurrentDevice currentDevice;

    @GET
    @Operation(summary = "From which networks members may act for the organisation; none is from everywhere")
    public AddressListView view(@PathParam("id") UUID id) {
        return lists.view(currentCaller.get(), id, currentDevice.address());
    }

    @PUT
    @Operation(summary = "Let members in from these networks only; your own present address has to be among them")
    public AddressListView allow(
            @PathParam("id") UUID id,
            @Parameter(schema = @Schema(implementation = String.class)) @HeaderParam("If-Match") @DefaultValue("*")
                    IfMatch ifMatch,
            WrittenList written) {
        return lists.allow(currentCaller.get(), id, ifMatch, written.networks(), currentDevice.address());
    }
}
