package org.lanerunner.identity;

import java.util.Set;
import java.util.UUID;
import org.lanerunner.shared.Grants;
import org.lanerunner.shared.Scope;

/**
 * A named set of permissions in an organisation, as its row says. A member may hold several; code never asks for a role, only for a permission.
 *
 * @param code such as {@code OWNER}, by which members and invitations name it
 * @param name what the organisation calls it that made it; null for a built-in one
 * @param organisationId whose own it is; null for a built-in one
 * @param place where it stands when several are shown
 * @param kinds of organisations whose members may hold it, where not all may
 * @param given with these kinds: who takes one on holds the role at once
 * @param lasting its last holder can't go
 */
record Role(
        String code,
        String name,
        UUID organisationId,
        int place,
        Holders holders,
        Set<OrganisationKind> kinds,
        Set<OrganisationKind> given,
        boolean lasting,
        Grants grants) {

    /** After all that are built in. */
    private static final int OWN_PLACE = Short.MAX_VALUE;

    /** In which organisations it may be held. */
    enum Holders {
        PLATFORM,
        EVERYBODY,
        KINDS,
        /** In the one that made it. */
        OWN
    }

    static Role builtIn(
            String code,
            int place,
            Holders holders,
            Set<OrganisationKind> kinds,
            Set<OrganisationKind> given,
            boolean lasting,
            Grants grants) {
        return new Role(code, null, null, place, holders, kinds, given, lasting, grants);
    }

    static Role own(String code, String name, UUID organisationId, Grants grants) {
        return new Role(code, name, organisationId, OWN_PLACE, Holders.OWN, Set.of(), Set.of(), false, grants);
    }

    boolean heldIn(Organisation organisation) {
        return switch (holders) {
            case PLATFORM -> organisation.isPlatform();
            case EVERYBODY -> !organisation.isPlatform();
            case KINDS -> organisation.kinds().stream().anyMatch(kinds::contains);
            case OWN -> organisation.id().equals(organisationId);
        };
    }

    boolean isBuiltIn() {
        return holders != Holders.OWN;
    }

    /** It is for who drives under a driver record: some of it reaches the own trips only. */
    boolean drives() {
        return grants.scopes().containsValue(Scope.OWN_TRIPS);
    }
}
