package org.lanerunner.identity;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The signed-in person: the account, the organisation acted for with the roles there and what they allow, and all memberships.
 *
 * @param ownTrips those of the permissions that reach the own trips only
 * @param factorNeeded whether nothing but what is about oneself is open until a second factor was shown in this session
 * @param testMoney whether wallets hold test money here
 * @param wayBackAt when somebody who says that they are this person and lost everything comes in by mail, unless it is stopped; null when nobody says so
 * @param suspension why the organisation acted for is suspended, for who only finishes what is under way; null while it may act
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

    /** Since when, and the platform's reason. */
    public record Suspension(Instant since, String reason) {}

    /** @param administrator their name; @param endsAt when they see nothing of it any more */
    public record Impersonation(String administrator, Instant endsAt) {}

    /** @param confirmed whether the address is; until then nothing is mailed to it but the link that confirms it */
    public record Account(UUID id, String name, String email, boolean confirmed) {}

    /** @param ownRoles what the organisation calls those of them that it made itself; @param suspended whether nobody acts for it at present */
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
