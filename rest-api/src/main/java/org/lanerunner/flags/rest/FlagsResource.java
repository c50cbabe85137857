package org.lanerunner.flags.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.flags.Flag;
import org.lanerunner.flags.Flags;
import org.lanerunner.shared.CurrentCaller;

/** The flags that are on for the caller. */
@Path("flags")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "accounts")
public class FlagsResource {

    /** @param on the flags that are on; all others are off */
    public record OwnFlags(@Schema(uniqueItems = true) List<Flag> on) {}

    @Inject
    private Flags flags;

    @Inject
    private CurrentCaller currentCaller;

    @GET
    @Operation(
            summary = "The feature flags that are on for you",
            description = "They can change at any time; the live channel says so with a message of type flags.")
    public OwnFlags own() {
        return new OwnFlags(flags.on(currentCaller.get()));
    }
}
