package org.lanerunner.shared;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The caller of the present request, read from its access token. */
@NeedsNoPermission(because = "it says who asks")
@ApplicationScoped
public class CurrentCaller {

    /** The claim that names those of the token's permissions that reach the own trips only. Every token of this version has it, even if it is empty. */
    public static final String OWN_TRIPS = "ownTrips";

    /** The claim that names the administrator who sees what the token's person sees, reading only (RFC 8693). */
    public static final String ACTOR = "act";

    /** The claim under which a bearer of an API key says who they are, once the key was looked up. */
    public static final String KEY = "lanerunner.key";

    /** The claim that names the API key for which the token was given. */
    public static final String CLIENT = "client_id";

    /** The claim that tells which of the key's secrets was shown for it, by the part that everybody may see. */
    public static final String SECRET = "client_secret_prefix";

    private JsonWebToken token;
    private Settings settings;
    private Clock clock;

    CurrentCaller() {}

    @Inject
    CurrentCaller(JsonWebToken token, Settings settings, Clock clock) {
        this.token = token;
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws Refusal UNAUTHENTICATED when the request carries no token */
    public Caller get() {
        return present().orElseThrow(Refusal::unauthenticated);
    }

    /** The caller. Empty for a request without a token, which some calls allow, and for an API key that was not found good. */
    public Optional<Caller> present() {
        return token.getName() == null || isUnknownKey() ? Optional.empty() : Optional.of(caller());
    }

    /**
     * True if the request shows an API key that was not looked up yet. Only the look-up tells for which organisation the key acts, so until then the caller is
     * nobody.
     */
    private boolean isUnknownKey() {
        return token.getSubject() == null && token.getClaim("org") == null;
    }

    private Caller caller() {
        if (token.getClaim(KEY) instanceof Caller known) {
            return known;
        }
        Set<String> permissions = token.getGroups() == null ? Set.of() : token.getGroups();
        if (token.getClaim(CLIENT) != null) {
            return new Caller(new Principal.ApiKey(id(CLIENT)), id("org"), Grants.of(permissions, Set.of()));
        }
        Instant provenAt = provenAt();
        boolean recently = clock.instant().isBefore(provenAt.plus(settings.duration(ServerSettings.PROOF_LIFETIME)));
        UUID person = UUID.fromString(token.getSubject());
        return new Caller(
                administrator()
                        .<Principal>map(seer -> new Principal.Impersonated(person, id("sid"), seer))
                        .orElseGet(() -> new Principal.Person(person, id("sid"), provenAt, recently)),
                id("org"),
                Grants.of(permissions, ownTrips()));
    }

    /**
     * The administrator who sees what the token's person sees; empty where the person acts. A claim that can't be read is refused, so that the administrator is
     * never taken for the person.
     */
    private Optional<UUID> administrator() {
        Object actor = token.getClaim(ACTOR);
        if (actor == null) {
            return Optional.empty();
        }
        if (actor instanceof Map<?, ?> names && names.get("sub") != null) {
            return Optional.of(UUID.fromString(text(names.get("sub"))));
        }
        throw Refusal.unauthenticated();
    }

    /** When the person last proved who they are. A token of an earlier version does not say it, so it counts as long ago. */
    private Instant provenAt() {
        Object seconds = token.getClaim("auth_time");
        return seconds == null ? Instant.EPOCH : Instant.ofEpochSecond(Long.parseLong(seconds.toString()));
    }

    /** The permissions that reach the own trips only. A token that lacks the claim is of an earlier version and is refused. */
    private Set<String> ownTrips() {
        if (token.getClaim(OWN_TRIPS) instanceof Collection<?> narrowed) {
            return narrowed.stream().map(CurrentCaller::text).collect(toSet());
        }
        throw Refusal.unauthenticated();
    }

    private static String text(Object value) {
        return value instanceof JsonString json ? json.getString() : value.toString();
    }

    private UUID id(String claim) {
        return UUID.fromString(token.getClaim(claim).toString());
    }
}
