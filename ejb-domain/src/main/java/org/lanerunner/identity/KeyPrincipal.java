package org.lanerunner.identity;

import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CurrentCaller;

/** A caller that shows an API key instead of an access token. It is nobody until the key was looked up. */
final class KeyPrincipal extends JWTCallerPrincipal implements KeyBearer {

    private final String secret;
    private volatile Caller caller;

    KeyPrincipal(String secret) {
        super(secret, "Bearer");
        this.secret = secret;
    }

    @Override
    public void actsAs(Caller known) {
        caller = known;
    }

    @Override
    public String secret() {
        return secret;
    }

    @Override
    public String getName() {
        return "API key";
    }

    @Override
    public Set<String> getGroups() {
        return Set.of();
    }

    @Override
    public String getRawToken() {
        return secret;
    }

    @Override
    protected Collection<String> doGetClaimNames() {
        return caller == null ? Set.of() : Set.of(CurrentCaller.KEY, "org");
    }

    @Override
    protected Object getClaimValue(String name) {
        return caller == null
                ? null
                : Map.of(CurrentCaller.KEY, caller, "org", caller.organisationId())
                        .get(name);
    }
}
