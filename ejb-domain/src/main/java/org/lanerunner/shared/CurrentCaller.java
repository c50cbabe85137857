package org.lanerunner.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The caller of the present request, read from its access token. */
@NeedsNoPermission(because = "it says who asks")
@ApplicationScoped
public class CurrentCaller {

    private JsonWebToken token;

    CurrentCaller() {}

    @Inject
    CurrentCaller(JsonWebToken token) {
        this.token = token;
    }

    /** @throws Refusal UNAUTHENTICATED when the request carries no token */
    public Caller get() {
        if (token.getName() == null) {
            throw Refusal.unauthenticated();
        }
        Set<String> permissions = token.getGroups() == null ? Set.of() : token.getGroups();
        return new Caller(UUID.fromString(token.getSubject()), id("org"), id("sid"), permissions);
    }

    /** The caller, or null where a request without a token is welcome too. */
    public Caller orNull() {
        return token.getName() == null ? null : get();
    }

    private UUID id(String claim) {
        Object value = token.getClaim(claim);
        return value == null ? null : UUID.fromString(value.toString());
    }
}
