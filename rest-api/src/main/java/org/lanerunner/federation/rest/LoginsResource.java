package org.lanerunner.federation.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.factors.rest.CurrentOrigin;
import org.lanerunner.federation.Begun;
import org.lanerunner.federation.FederatedLogins;
import org.lanerunner.federation.FederatedSignIn;
import org.lanerunner.federation.LoginView;
import org.lanerunner.federation.LoginsView;
import org.lanerunner.federation.ProviderAnswer;
import org.lanerunner.identity.rest.CurrentDevice;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.rest.AnswerNotKept;

/** The caller's own logins at providers. Providers are asked outside of transactions, so no answer is kept. */
@Path("auth/logins")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "logins")
@AnswerNotKept
public class LoginsResource {

    /** @param provider one of the providers that are listed */
    public record LoginWanted(String provider) {}

    /** @param ticket the ticket that finishing the provider's login gave */
    public record LoginArrived(String ticket) {}

    @Inject
    private FederatedLogins logins;

    @Inject
    private FederatedSignIn signIn;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private CurrentDevice currentDevice;

    @Inject
    private CurrentOrigin origin;

    @GET
    @Operation(summary = "By what you sign in, and with whose accounts you may")
    public LoginsView view() {
        return logins.view(currentCaller.get());
    }

    @POST
    @Path("begin")
    @Operation(summary = "Where the browser goes to link a login elsewhere to your account")
    public Begun begin(LoginWanted wanted) {
        return signIn.beginLink(currentCaller.get(), wanted.provider(), origin.present(), currentDevice.seen());
    }

    @POST
    @Operation(summary = "Link the login that the provider sent back to your account")
    public LoginView link(ProviderAnswer answer) {
        return signIn.link(currentCaller.get(), answer, currentDevice.seen());
    }

    @POST
    @Path("ticket")
    @Operation(summary = "Link a login to your account that you brought back before you signed in")
    public LoginView linkArrival(LoginArrived arrived) {
        return logins.linkArrival(currentCaller.get(), arrived.ticket(), currentDevice.seen());
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Take a login off your account")
    @APIResponse(responseCode = "204", description = "Taken off")
    public void unlink(@PathParam("id") UUID id) {
        logins.unlink(currentCaller.get(), id);
    }
}
