package org.lanerunner.identity.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.identity.InvitationMade;
import org.lanerunner.identity.Invitations;
import org.lanerunner.identity.MemberView;
import org.lanerunner.identity.Members;
import org.lanerunner.identity.OpenInvitation;
import org.lanerunner.identity.OrganisationKind;
import org.lanerunner.identity.OrganisationView;
import org.lanerunner.identity.Organisations;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.IfMatch;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.rest.AnswerNotKept;

/** Organisations and their members. */
@Path("organisations")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "organisations")
public class OrganisationsResource {

    public record Widening(OrganisationKind kind) {}

    /** @param driverId the driver record that the person will drive under, or null */
    public record Invite(
            String email, @Schema(uniqueItems = true) List<String> roles, UUID driverId) {}

    /** @param link to be handed to the invited person; it is shown only now and works once */
    public record InviteLink(String link, Instant expiresAt) {}

    public record Roles(@Schema(uniqueItems = true) List<String> roles) {}

    @Inject
    private Organisations organisations;

    @Inject
    private Members members;

    @Inject
    private Invitations invitations;

    @Inject
    private CurrentCaller currentCaller;

    @GET
    @Operation(summary = "All organisations, newest first")
    public Page<OrganisationView> list(
            @QueryParam("after") String after, @QueryParam("limit") @DefaultValue("25") int limit) {
        return organisations.search(currentCaller.get(), null, new PageRequest(after, limit));
    }

    @POST
    @Path("search")
    @AnswerNotKept
    @Operation(
            summary =
                    "Organisations by a part of the name, newest first. Asks by a body, so that no name stands in an address")
    public Page<OrganisationView> search(NameSearch search) {
        return organisations.search(currentCaller.get(), search.q(), search.page());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Your own organisation")
    public OrganisationView view(@PathParam("id") UUID id) {
        return organisations.view(currentCaller.get(), id);
    }

    @POST
    @Path("{id}/kinds")
    @Operation(summary = "Take on a further kind of business, and its role for yourself (after the next refresh)")
    public OrganisationView widen(@PathParam("id") UUID id, Widening widening) {
        return organisations.widen(currentCaller.get(), id, widening.kind());
    }

    @GET
    @Path("{id}/members")
    @Operation(summary = "Members with their roles")
    public Page<MemberView> members(
            @PathParam("id") UUID id,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("25") int limit) {
        return members.list(currentCaller.get(), id, new PageRequest(after, limit));
    }

    @POST
    @AnswerNotKept
    @Path("{id}/members")
    @Operation(summary = "Invite somebody by a one-time link")
    @APIResponse(
            responseCode = "201",
            description = "The link, shown only now",
            content = @Content(schema = @Schema(implementation = InviteLink.class)))
    public Response invite(@PathParam("id") UUID id, Invite invite, @Context UriInfo uri) {
        InvitationMade made =
                invitations.invite(currentCaller.get(), id, invite.email(), invite.roles(), invite.driverId());
        URI link = uri.getBaseUri().resolve("/invite#" + made.token());
        URI open = uri.getBaseUriBuilder()
                .path("organisations")
                .path(id.toString())
                .path("invitations")
                .build();
        return Response.created(open)
                .entity(new InviteLink(link.toString(), made.expiresAt()))
                .build();
    }

    @GET
    @Path("{id}/invitations")
    @Operation(summary = "Invitations that can still be accepted, oldest first; they end when who made them leaves")
    public Page<OpenInvitation> invitations(
            @PathParam("id") UUID id,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("25") int limit) {
        return invitations.list(currentCaller.get(), id, new PageRequest(after, limit));
    }

    @DELETE
    @Path("{id}/invitations/{invitationId}")
    @Operation(summary = "Withdraw an invitation; its link opens nothing from then on")
    @APIResponse(responseCode = "204", description = "Withdrawn")
    public void withdraw(@PathParam("id") UUID id, @PathParam("invitationId") UUID invitationId) {
        invitations.withdraw(currentCaller.get(), id, invitationId);
    }

    @PUT
    @Path("{id}/members/{personId}/roles")
    @Operation(summary = "Set a member's roles; the last OWNER stays one")
    public MemberView changeRoles(
            @PathParam("id") UUID id,
            @PathParam("personId") UUID personId,
            @Parameter(schema = @Schema(implementation = String.class)) @HeaderParam("If-Match") @DefaultValue("*")
                    IfMatch ifMatch,
            Roles roles) {
        return members.changeRoles(currentCaller.get(), id, personId, ifMatch, roles.roles());
    }

    @DELETE
    @Path("{id}/members/{personId}")
    @Operation(summary = "Remove a member; the sessions held for this organisation end. The last OWNER can't go")
    @APIResponse(responseCode = "204", description = "Removed")
    public void remove(@PathParam("id") UUID id, @PathParam("personId") UUID personId) {
        members.remove(currentCaller.get(), id, personId);
    }
}
