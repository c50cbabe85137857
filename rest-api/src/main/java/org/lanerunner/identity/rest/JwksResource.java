package org.lanerunner.identity.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.identity.PublishedKey;
import org.lanerunner.identity.SigningKeys;

/** The public keys with which others can check that an access token comes from this server. */
@Path(".well-known/jwks.json")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "accounts")
public class JwksResource {

    public record KeySet(List<PublishedKey> keys) {}

    @Inject
    private SigningKeys keys;

    @GET
    @PermitAll
    @SecurityRequirements
    @Operation(summary = "The public keys of access tokens; several while they change. Also without /api")
    public KeySet published() {
        return new KeySet(keys.published());
    }
}
