package org.lanerunner.ledger.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.ledger.Ledger;
import org.lanerunner.ledger.PostingView;
import org.lanerunner.ledger.WalletView;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.Uuid7;

/** The wallet of the organisation that the caller acts for. */
@Path("/wallet")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "wallet")
public class WalletResource {

    @Inject
    private Ledger ledger;

    @Inject
    private CurrentCaller currentCaller;

    @GET
    @Operation(
            summary = "What the own wallet holds",
            description = "Available and escrowed by currency. Test money is marked and never meets real money.")
    public WalletView wallet() {
        return ledger.wallet(currentCaller.get());
    }

    @POST
    @Path("/top-ups")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Put test money into the own wallet",
            description = "Only while test money is switched on; 409 ledger/test-money-off otherwise.")
    @APIResponse(
            responseCode = "201",
            description = "Posted",
            content = @Content(schema = @Schema(implementation = PostingView.class)))
    public Response topUp(@NotNull TopUp request) {
        PostingView posted =
                ledger.topUp(currentCaller.get(), request.amount(), Uuid7.next().toString());
        return Response.created(URI.create("wallet/postings")).entity(posted).build();
    }

    @GET
    @Path("/postings")
    @Operation(summary = "Movements of the own wallet and escrow, newest first")
    public Page<PostingView> postings(
            @QueryParam("after") String after, @QueryParam("limit") @DefaultValue("25") int limit) {
        return ledger.postings(currentCaller.get(), new PageRequest(after, limit));
    }
}
