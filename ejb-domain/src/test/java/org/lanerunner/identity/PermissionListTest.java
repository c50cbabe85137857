package org.lanerunner.identity;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lanerunner.identity.Role.Holders;
import org.lanerunner.shared.Grants;
import org.lanerunner.shared.Permission;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Scope;

/** What roles of an organisation's own can be made of. */
class PermissionListTest {

    /** No organisation's to give: what runs the platform, what is about oneself, and what hands out roles and credentials. */
    private static final Set<String> NOT_LISTED = Set.of(
            Permission.SELF,
            Permission.SELF_VIEW,
            Permission.ORGANISATION_MANAGE,
            Permission.KEYS_MANAGE,
            Permission.REPORTS_RUN,
            Permission.PLATFORM_ADMIN,
            Permission.ORGANISATIONS_VIEW,
            Permission.ORGANISATIONS_SUSPEND,
            Permission.PLATFORM_CONTESTS,
            Permission.PLATFORM_AUDIT);

    private static final Roles ROLES = new Roles(List.of(
            Role.builtIn("ADMIN", 3, Holders.PLATFORM, Set.of(), Set.of(), true, all(Permission.REPORTS_VIEW)),
            Role.builtIn(
                    "OWNER",
                    1,
                    Holders.EVERYBODY,
                    Set.of(),
                    Set.of(),
                    true,
                    all(Permission.ORGANISATION_MANAGE, Permission.TRIPS_VIEW, Permission.WALLET_VIEW)),
            Role.builtIn(
                    "DRIVER",
                    2,
                    Holders.EVERYBODY,
                    Set.of(),
                    Set.of(),
                    false,
                    Grants.of(Set.of(Permission.BOOKINGS_DRIVE), Set.of(Permission.BOOKINGS_DRIVE))),
            Role.own("R-1", "Own", UUID.randomUUID(), all(Permission.LOADS_POST))));

    private final Organisation company =
            Organisation.company(UUID.randomUUID(), "Acme", OrganisationKind.CARRIER, Instant.EPOCH);

    @Test
    void ofEveryPermissionItIsDecided() {
        Set<String> undecided = Arrays.stream(Permission.class.getFields())
                .map(PermissionListTest::value)
                .filter(permission -> PermissionList.listed(permission) == NOT_LISTED.contains(permission))
                .collect(toCollection(TreeSet::new));
        assertEquals(Set.of(), undecided);
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
                        grant(Permission.LOADS_POST, null),
                        null,
                        grant(Permission.BOOKINGS_DRIVE, null),
                        grant(Permission.TRIPS_VIEW, Scope.OWN_TRIPS),
                        grant(Permission.TRIPS_VIEW, null))));
        assertEquals(List.of("/grants"), refused(List.of()));
        assertEquals(List.of("/grants"), refused(null));
        assertEquals(
                Set.of(new OwnGrant(Permission.TRIPS_VIEW, Scope.ORGANISATION)),
                PermissionList.checked(ROLES, company, List.of(grant(Permission.TRIPS_VIEW, null))));
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

    private static String value(java.lang.reflect.Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
