package org.lanerunner.identity.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.identity.ClientCredentials;
import org.lanerunner.shared.rest.AnswerNotKept;

/** The token endpoint of OAuth 2.0 (RFC 6749, 4.4), which libraries of every language know how to ask. Its refusals have the form of that standard. */
@Path("auth/token")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "accounts")
@AnswerNotKept
public class TokenResource {

    private static final String BASIC = "Basic ";

    public record Granted(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("token_type") String tokenType,
            @JsonProperty("expires_in") long expiresIn,
            String scope) {}

    public record TokenRefused(
            String error, @JsonProperty("error_description") String description) {}

    private record Client(String id, String secret) {}

    @Inject
    private ClientCredentials credentials;

    @Inject
    private HttpServletRequest request;

    @POST
    @PermitAll
    @SecurityRequirements
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            summary =
                    "Exchange an API key for an access token (grant_type=client_credentials): the client is the key's id, its secret the key, by Basic or in the form")
    @APIResponse(
            responseCode = "200",
            description = "An access token",
            content = @Content(schema = @Schema(implementation = Granted.class)))
    @APIResponse(
            responseCode = "400",
            description = "Not a request of this kind",
            content = @Content(schema = @Schema(implementation = TokenRefused.class)))
    @APIResponse(
            responseCode = "401",
            description = "No such client",
            content = @Content(schema = @Schema(implementation = TokenRefused.class)))
    public Response token(
            @FormParam("grant_type") String grantType,
            @FormParam("client_id") String clientId,
            @FormParam("client_secret") String clientSecret,
            @FormParam("scope") String scope,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        boolean basic = authorization != null && authorization.regionMatches(true, 0, BASIC, 0, BASIC.length());
        if (grantType == null || basic && clientSecret != null) {
            return refused("invalid_request", basic);
        }
        if (!grantType.equals("client_credentials")) {
            return refused("unsupported_grant_type", basic);
        }
        Client client = basic ? ofHeader(authorization) : new Client(clientId, clientSecret);
        ClientCredentials.Exchanged exchanged =
                credentials.exchange(client.id(), client.secret(), scope, request.getRemoteAddr());
        return exchanged.error() != null
                ? refused(exchanged.error(), basic)
                : Response.ok(new Granted(exchanged.accessToken(), "Bearer", exchanged.expiresIn(), exchanged.scope()))
                        .build();
    }

    /** Each half is encoded as in a form before both are encoded as Basic (RFC 6749, 2.3.1). */
    private static Client ofHeader(String authorization) {
        try {
            String both = new String(
                    Base64.getDecoder()
                            .decode(authorization.substring(BASIC.length()).strip()),
                    StandardCharsets.UTF_8);
            int colon = both.indexOf(':');
            return colon < 0
                    ? new Client(null, null)
                    : new Client(decoded(both.substring(0, colon)), decoded(both.substring(colon + 1)));
        } catch (IllegalArgumentException unreadable) {
            return new Client(null, null);
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static Response refused(String error, boolean basic) {
        boolean client = error.equals("invalid_client");
        Response.ResponseBuilder answer = Response.status(
                        client ? Response.Status.UNAUTHORIZED : Response.Status.BAD_REQUEST)
                .entity(new TokenRefused(error, words(error)));
        return client && basic
                ? answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"LaneRunner\"")
                        .build()
                : answer.build();
    }

    private static String words(String error) {
        return switch (error) {
            case "invalid_client" -> "No key is opened by this, or it is over or not taken from this address.";
            case "invalid_scope" -> "The key has not all of these scopes.";
            case "unsupported_grant_type" -> "Only client_credentials is granted here.";
            default -> "Name grant_type, and the client once.";
        };
    }
}
