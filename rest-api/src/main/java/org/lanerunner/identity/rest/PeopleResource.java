package org.lanerunner.identity.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.identity.HelpingLinkMade;
import org.lanerunner.identity.HelpingLinks;
import org.lanerunner.identity.ImpersonationOpened;
import org.lanerunner.identity.Impersonations;
import org.lanerunner.identity.People;
import org.lanerunner.identity.PersonFound;
import org.lanerunner.identity.PersonView;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.IfMatch;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.rest.AnswerNotKept;

/** Accounts, for the platform's administrator. */
@Path("/admin/people")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "administration")
public class PeopleResource {

    /** @param reason for the record; the person does not read it */
    public record Locking(String reason) {}

    /** @param organisationId one of the person's; @param reason for the record */
    public record Impersonate(UUID organisationId, String reason) {}

    /** @param reason for the record; the person does not read it */
    public record Helping(String reason) {}

    @Inject
    private HelpingLinks links;

    @Inject
    private People people;

    @Inject
    private Impersonations impersonations;

    @Inject
    private CurrentCaller currentCaller;

    @GET
    @Operation(summary = "All accounts, newest first")
    public Page<PersonFound> list(
            @QueryParam("after") String after, @QueryParam("limit") @DefaultValue("25") int limit) {
        return people.search(currentCaller.get(), null, new PageRequest(after, limit));
    }

    @POST
    @Path("search")
    @AnswerNotKept
    @Operation(
            summary =
                    "Accounts by a part of name or address, or by their id; newest first. Asks by a body, so that no name stands in an address")
    public Page<PersonFound> search(NameSearch search) {
        return people.search(currentCaller.get(), search.q(), search.page());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "An account with its memberships and open sessions")
    public PersonView view(@PathParam("id") UUID id) {
        return people.view(currentCaller.get(), id);
    }

    @POST
    @Path("{id}/lock")
    @Operation(summary = "Lock an account: its sessions end, and nobody signs in with it. Asks for a recent proof")
    public PersonView lock(
            @PathParam("id") UUID id,
            @Parameter(schema = @Schema(implementation = String.class)) @HeaderParam("If-Match") @DefaultValue("*")
                    IfMatch ifMatch,
            Locking locking) {
        return people.lock(currentCaller.get(), id, ifMatch, locking.reason());
    }

    @POST
    @Path("{id}/unlock")
    @Operation(summary = "Unlock an account. Asks for a recent proof")
    public PersonView unlock(
            @PathParam("id") UUID id,
            @Parameter(schema = @Schema(implementation = String.class)) @HeaderParam("If-Match") @DefaultValue("*")
                    IfMatch ifMatch) {
        return people.unlock(currentCaller.get(), id, ifMatch);
    }

    @POST
    @AnswerNotKept
    @Path("{id}/link")
    @Operation(
            summary =
                    "Help somebody back in by a link that sets a password, once and within an hour. Asks for a recent proof",
            description =
                    "It is mailed to the person's confirmed address; link is not null only where there is none, or no mail leaves the installation, and then shown only now. A second"
                            + " factor is asked for as ever.")
    public HelpingLinkMade link(@PathParam("id") UUID id, Helping helping) {
        return links.make(currentCaller.get(), id, helping.reason());
    }

    @POST
    @AnswerNotKept
    @Path("{id}/impersonate")
    @Operation(
            summary = "See what a person sees, reading only and for 15 minutes. Asks for a recent proof",
            description =
                    "Every command is refused with identity/reading-only. It ends with POST /api/auth/impersonation/end, or with your own session.")
    public ImpersonationOpened impersonate(@PathParam("id") UUID id, Impersonate wanted) {
        return impersonations.start(currentCaller.get(), id, wanted.organisationId(), wanted.reason());
    }
}
