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
import org.lanerunner.identity.OrganisationFound;
import org.lanerunner.identity.OrganisationKind;
import org.lanerunner.identity.OrganisationMember;
import org.lanerunner.identity.OrganisationRecord;
import org.lanerunner.identity.OrganisationRegister;
import org.lanerunner.identity.OrganisationSearch;
import org.lanerunner.identity.OrganisationStatus;
import org.lanerunner.identity.Suspensions;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.IfMatch;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.rest.AnswerNotKept;

/** Every organisation, for the platform's administrator. */
@Path("/admin/organisations")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "administration")
public class OrganisationRegisterResource {

    /**
     * A search. It is sent in a body, since names do not belong in the addresses of calls.
     *
     * @param q a part of the name; null for all
     * @param sort NEWEST if left out
     * @param limit 25 if left out
     */
    public record WantedOrganisations(
            String q,
            OrganisationKind kind,
            OrganisationStatus status,
            OrganisationSearch.OrganisationSort sort,
            String after,
            Integer limit) {}

    /** @param reason read by the organisation's members; @param note for administrators alone, or null */
    public record SuspensionAsked(String reason, String note) {}

    /** @param reason for administrators alone */
    public record ReopeningAsked(String reason) {}

    @Inject
    private OrganisationRegister register;

    @Inject
    private Suspensions suspensions;

    @Inject
    private CurrentCaller currentCaller;

    @GET
    @Operation(summary = "Organisations of one kind and status where they are named, newest first")
    public Page<OrganisationFound> list(
            @QueryParam("kind") OrganisationKind kind,
            @QueryParam("status") OrganisationStatus status,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("25") int limit) {
        return register.search(
                currentCaller.get(), new OrganisationSearch(null, kind, status, null), new PageRequest(after, limit));
    }

    @POST
    @Path("search")
    @AnswerNotKept
    @Operation(summary = "The same by a part of the name, newest first or by name")
    public Page<OrganisationFound> search(WantedOrganisations wanted) {
        return register.search(
                currentCaller.get(),
                new OrganisationSearch(wanted.q(), wanted.kind(), wanted.status(), wanted.sort()),
                new PageRequest(wanted.after(), wanted.limit() == null ? PageRequest.DEFAULT_LIMIT : wanted.limit()));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "An organisation, and why it is suspended where it is")
    public OrganisationRecord view(@PathParam("id") UUID id) {
        return register.view(currentCaller.get(), id);
    }

    @GET
    @Path("{id}/people")
    @Operation(summary = "Its members with their roles, whether they are locked and when they last acted for it")
    public Page<OrganisationMember> people(
            @PathParam("id") UUID id,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("25") int limit) {
        return register.members(currentCaller.get(), id, new PageRequest(after, limit));
    }

    @POST
    @Path("{id}/suspend")
    @Operation(
            summary = "Suspend an organisation. Asks for a recent proof",
            description =
                    "Its sessions end within two seconds and its keys are refused, but drivers finish what is under way; its loads and trips leave the market and its offers"
                            + " close; what is due to it stays in escrow until it is reopened, and refunds from it go on.")
    public OrganisationRecord suspend(
            @PathParam("id") UUID id,
            @Parameter(schema = @Schema(implementation = String.class)) @HeaderParam("If-Match") @DefaultValue("*")
                    IfMatch ifMatch,
            SuspensionAsked asked) {
        return suspensions.suspend(currentCaller.get(), id, ifMatch, asked.reason(), asked.note());
    }

    @POST
    @Path("{id}/reopen")
    @Operation(
            summary =
                    "Let an organisation act again: its loads and trips are back on the market where their time is not over, and what waited is released")
    public OrganisationRecord reopen(
            @PathParam("id") UUID id,
            @Parameter(schema = @Schema(implementation = String.class)) @HeaderParam("If-Match") @DefaultValue("*")
                    IfMatch ifMatch,
            ReopeningAsked asked) {
        return suspensions.reopen(currentCaller.get(), id, ifMatch, asked.reason());
    }
}
