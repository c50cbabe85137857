package org.lanerunner.identity;

import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** An access token that was found good, as MP-JWT knows its bearer. */
final class BearerToken extends JWTCallerPrincipal {

    private final String raw;
    private final Map<String, Object> claims;
    private final Set<String> groups = new TreeSet<>();
    private final Instant over;

    BearerToken(String raw, Map<String, Object> claims) {
        super(raw, "Bearer");
        this.raw = raw;
        this.claims = claims;
        this.over = Instant.ofEpochSecond(((Number) claims.get("exp")).longValue());
        if (claims.get("groups") instanceof Collection<?> several) {
            several.forEach(group -> groups.add(group.toString()));
        }
    }

    boolean isOverAt(Instant now) {
        return !now.isBefore(over);
    }

    @Override
    public String getRawToken() {
        return raw;
    }

    @Override
    public String getName() {
        return String.valueOf(claims.get("sub"));
    }

    @Override
    public Set<String> getGroups() {
        return groups;
    }

    @Override
    protected Collection<String> doGetClaimNames() {
        return claims.keySet();
    }

    @Override
    protected Object getClaimValue(String name) {
        return name.equals("raw_token") ? raw : claims.get(name);
    }
}
