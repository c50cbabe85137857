package org.lanerunner.identity;

import static java.util.Collections.frequency;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lanerunner.analytics.AnalyticsPermissions;
import org.lanerunner.bookings.BookingPermissions;
import org.lanerunner.disputes.DisputePermissions;
import org.lanerunner.identity.Role.Holders;
import org.lanerunner.ledger.LedgerPermissions;
import org.lanerunner.loads.LoadPermissions;
import org.lanerunner.shared.CommonPermissions;
import org.lanerunner.shared.Grants;
import org.lanerunner.shared.Permission;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Scope;
import org.lanerunner.trips.TripPermissions;

/** What roles of an organisation's own can be made of. */
class PermissionListTest {

    /** No organisation's to give: what runs the platform, what is about oneself, and what hands out roles and credentials. */
    private static final Set<String> NOT_LISTED = Set.of(
            CommonPermissions.SELF,
            CommonPermissions.SELF_VIEW,
            IdentityPermissions.ORGANISATION_MANAGE,
            IdentityPermissions.KEYS_MANAGE,
            AnalyticsPermissions.REPORTS_RUN,
            CommonPermissions.PLATFORM_ADMIN,
            IdentityPermissions.ORGANISATIONS_VIEW,
            IdentityPermissions.ORGANISATIONS_SUSPEND,
            DisputePermissions.PLATFORM_CONTESTS,
            IdentityPermissions.PLATFORM_AUDIT);

    private static final Roles ROLES = new Roles(List.of(
            Role.builtIn(
                    "ADMIN", 3, Holders.PLATFORM, Set.of(), Set.of(), true, all(AnalyticsPermissions.REPORTS_VIEW)),
            Role.builtIn(
                    "OWNER",
                    1,
                    Holders.EVERYBODY,
                    Set.of(),
                    Set.of(),
                    true,
                    all(IdentityPermissions.ORGANISATION_MANAGE, TripPermissions.VIEW, LedgerPermissions.WALLET_VIEW)),
            Role.builtIn(
                    "DRIVER",
                    2,
                    Holders.EVERYBODY,
                    Set.of(),
                    Set.of(),
                    false,
                    Grants.of(Set.of(BookingPermissions.DRIVE), Set.of(BookingPermissions.DRIVE))),
            Role.own("R-1", "Own", UUID.randomUUID(), all(LoadPermissions.POST))));

    private final Organisation company =
            Organisation.company(UUID.randomUUID(), "Acme", OrganisationKind.CARRIER, Instant.EPOCH);

    @Test
    void ofEveryPermissionItIsDecided() {
        Set<String> undecided = Permission.all().stream()
                .map(Permission::name)
                .filter(permission -> PermissionList.listed(permission) == NOT_LISTED.contains(permission))
                .collect(toCollection(TreeSet::new));
        assertEquals(Set.of(), undecided);
    }

    @Test
    void eachHasItsOwnPlaceInItsGroup() {
        List<String> places = Permission.all().stream()
                .map(Permission::grantable)
                .filter(Objects::nonNull)
                .map(grantable -> grantable.group() + " " + grantable.place())
                .toList();
        assertEquals(
                List.of(),
                places.stream().filter(place -> frequency(places, place) > 1).toList());
    }

    @Test
    void whatStandsTogetherComesFromSeveralFeaturesInTheOrderOfItsPlaces() {
        Grants granted = all("audit.view", "events.view", "reports.view", "bookings.view", "offers.view");
        assertEquals(
                List.of("offers.view", "bookings.view", "reports.view", "events.view", "audit.view"),
                PermissionList.inOrder(granted).stream()
                        .map(RoleGrant::permission)
                        .toList());
    }

    @Test
    void anOrganisationGivesWhatItsBuiltInRolesReachAndNoFurther() {
        assertEquals(
                List.of(
                        "TRIPS_VIEW [ORGANISATION, OWN_TRIPS]",
                        "BOOKINGS_DRIVE [OWN_TRIPS]",
                        "WALLET_VIEW [ORGANISATION]"),
                PermissionList.of(ROLES, company).stream()
                        .map(view -> view.permission().toUpperCase().replace('.', '_') + " " + view.scopes())
                        .toList());
    }

    @Test
    void whatIsNotToGiveIsNamedByItsPlace() {
        assertEquals(
                List.of("/grants/0/permission", "/grants/1/permission", "/grants/2/scope", "/grants/4/permission"),
                refused(Arrays.asList(
                        grant(LoadPermissions.POST, null),
                        null,
                        grant(BookingPermissions.DRIVE, null),
                        grant(TripPermissions.VIEW, Scope.OWN_TRIPS),
                        grant(TripPermissions.VIEW, null))));
        assertEquals(List.of("/grants"), refused(List.of()));
        assertEquals(List.of("/grants"), refused(null));
        assertEquals(
                Set.of(new OwnGrant(TripPermissions.VIEW, Scope.ORGANISATION)),
                PermissionList.checked(ROLES, company, List.of(grant(TripPermissions.VIEW, null))));
    }

    private List<String> refused(List<RoleGrant> wanted) {
        return assertThrows(Refusal.class, () -> PermissionList.checked(ROLES, company, wanted)).violations().stream()
                .map(Refusal.Violation::pointer)
                .toList();
    }

    private static RoleGrant grant(String permission, Scope scope) {
        return new RoleGrant(permission, scope);
    }

    private static Grants all(String... permissions) {
        return Grants.of(Set.of(permissions), Set.of());
    }
}
