package org.lanerunner.identity.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.identity.OwnRoles;
import org.lanerunner.identity.PermissionView;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.Page;

/** The permissions that a role can grant. */
@Path("permissions")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "organisations")
public class PermissionsResource {

    @Inject
    private OwnRoles roles;

    @Inject
    private CurrentCaller currentCaller;

    @GET
    @Operation(summary = "Permissions that roles of your organisation can grant, and how far each can reach")
    public Page<PermissionView> list() {
        return roles.permissions(currentCaller.get());
    }
}
