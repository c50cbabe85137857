package org.lanerunner.identity;

import java.util.Set;
import java.util.UUID;
import org.lanerunner.shared.Grants;
import org.lanerunner.shared.Scope;

/**
 * A named set of permissions in an organisation, as its row in the database says. A member may hold several. Code never asks for a role, only for a permission.
 *
 * @param code the code by which members and invitations name it, such as {@code OWNER}
 * @param name the name that the organisation gave it; null for a built-in role
 * @param organisationId the organisation that made it; null for a built-in role
 * @param place its place when several are shown
 * @param kinds the kinds of organisations whose members may hold it, where not all may
 * @param given the kinds with which it comes: whoever takes one on holds the role at once
 * @param lasting whether its last holder must keep it
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

    /** Own roles come after all that are built in. */
    private static final int OWN_PLACE = Short.MAX_VALUE;

    /** The organisations in which it may be held. */
    enum Holders {
        PLATFORM,
        EVERYBODY,
        KINDS,
        /** Only the organisation that made it. */
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

    /** True if the role is for people with a driver record: some of its permissions reach the own trips only. */
    boolean drives() {
        return grants.scopes().containsValue(Scope.OWN_TRIPS);
    }
}
