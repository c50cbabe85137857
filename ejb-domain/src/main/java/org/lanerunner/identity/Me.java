package org.lanerunner.identity;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The person who is signed in: the account, the organisation acted for with the roles there and what they allow, and all memberships.
 *
 * @param ownTrips those permissions that reach the own trips only
 * @param factorNeeded whether all but what is about oneself is closed until a second factor is shown in this session
 * @param testMoney whether wallets hold test money here
 * @param wayBackAt when somebody who says that they are this person and lost everything comes in by mail, unless it is stopped; null when there is no such way
 * back
 * @param suspension why the organisation acted for is suspended, for a person who only finishes what is under way; null while it may act
 * @param impersonation the administrator who sees this in the person's place, reading only; null where it is the person
 */
public record Me(
        Account person,
        @Nullable OrganisationView organisation,
        List<String> roles,
        List<String> permissions,
        List<String> ownTrips,
        List<Belonging> memberships,
        boolean factorNeeded,
        boolean testMoney,
        @Nullable Instant wayBackAt,
        @Nullable Suspension suspension,
        @Nullable Impersonation impersonation) {

    /** Since when the organisation is suspended, and the platform's reason. */
    public record Suspension(Instant since, String reason) {}

    /** @param administrator the administrator's name; @param endsAt when they stop seeing it */
    public record Impersonation(String administrator, Instant endsAt) {}

    /** @param confirmed whether the address is confirmed; until then only the link that confirms it is mailed to it */
    public record Account(UUID id, String name, String email, boolean confirmed) {}

    /** @param ownRoles the names of those roles that the organisation made itself; @param suspended whether at present nobody acts for it */
    public record Belonging(
            UUID organisationId,
            String organisationName,
            List<String> roles,
            List<RoleName> ownRoles,
            boolean suspended) {

        static Belonging of(Membership membership, Roles known) {
            return new Belonging(
                    membership.organisation().id(),
                    membership.organisation().name(),
                    known.inOrder(membership.roles()),
                    known.names(membership.roles()),
                    membership.organisation().isSuspended());
        }
    }
}
