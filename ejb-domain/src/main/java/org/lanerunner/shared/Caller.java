package org.lanerunner.shared;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.UUID;

/**
 * The one who asks: a principal who acts for one organisation, with what it may do there. There always is an organisation: the system acts for the one that the
 * matter concerns, such as the owner of a load that expires.
 */
public record Caller(Principal principal, UUID organisationId, Grants grants) {

    public Caller {
        requireNonNull(principal, "principal");
        requireNonNull(organisationId, "organisationId");
        requireNonNull(grants, "grants");
    }

    /** Nothing that happens by itself asks for a permission, so the system has none. */
    public static Caller system(UUID organisationId) {
        return new Caller(new Principal.TheSystem(), organisationId, Grants.NONE);
    }

    public boolean may(String permission) {
        return grants.may(permission);
    }

    /** True if the permission is granted for all that the organisation has, and not for the own trips only. */
    public boolean reachesAll(String permission) {
        return grants.reachesAll(permission);
    }

    /** Refuses unless the caller has the permission. */
    public void require(String permission) {
        if (!may(permission)) {
            throw lacking("This needs the permission " + permission + ".");
        }
    }

    /** Refuses unless the caller has one of the permissions. */
    public void requireAny(String... anyOf) {
        if (Arrays.stream(anyOf).noneMatch(this::may)) {
            throw lacking("This needs one of the permissions " + String.join(", ", anyOf) + ".");
        }
    }

    /** The person who acts, for what is about oneself. Refuses a key and the system. */
    public Principal.Person person() {
        if (principal instanceof Principal.Person person) {
            return person;
        }
        throw lacking("Only a person who signed in does this.");
    }

    private Refusal lacking(String detail) {
        return principal.impersonator().isPresent() ? readingOnly() : Refusal.forbidden(detail);
    }

    /** The refusal for an administrator who sees what a person sees. */
    public static Refusal readingOnly() {
        return new Refusal(
                Refusal.Kind.FORBIDDEN,
                "identity/reading-only",
                "You see what somebody else sees, reading only: nothing is done as this person.");
    }

    /** Refuses unless the person has just proven who they are, since to be signed in is not enough. The portal asks for the proof and repeats the call. */
    public void requireProof() {
        if (!person().provenRecently()) {
            throw new Refusal(
                    Refusal.Kind.FORBIDDEN, "identity/proof-needed", "Prove anew who you are, then this will be done.");
        }
    }

    /** The person or key that asks, where the system never acts by itself. */
    public UUID actorId() {
        return principal.actor().orElseThrow(() -> new IllegalStateException("the system does not do this by itself"));
    }
}
