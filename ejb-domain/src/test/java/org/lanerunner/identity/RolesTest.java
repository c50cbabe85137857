package org.lanerunner.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lanerunner.bookings.BookingPermissions;
import org.lanerunner.documents.DocumentPermissions;
import org.lanerunner.identity.Role.Holders;
import org.lanerunner.shared.CommonPermissions;
import org.lanerunner.shared.Grants;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Scope;
import org.lanerunner.trips.TripPermissions;

/** What roles give, and who can hold them; that the tables say what they should say {@code RolesIT} tells. */
class RolesTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private static final Roles ROLES = new Roles(List.of(
            role(
                    "ADMIN",
                    5,
                    Holders.PLATFORM,
                    Set.of(),
                    true,
                    Map.of(CommonPermissions.PLATFORM_ADMIN, Scope.ORGANISATION)),
            role("OFFICE", 4, Holders.EVERYBODY, Set.of(), false, all(DocumentPermissions.VIEW)),
            role("OWNER", 1, Holders.EVERYBODY, Set.of(), true, all(IdentityPermissions.ORGANISATION_MANAGE)),
            role(
                    "CARRIER",
                    2,
                    Holders.KINDS,
                    Set.of(OrganisationKind.CARRIER),
                    false,
                    all(BookingPermissions.VIEW, BookingPermissions.DRIVE)),
            Role.builtIn(
                    "DRIVER",
                    3,
                    Holders.KINDS,
                    Set.of(OrganisationKind.CARRIER),
                    Set.of(),
                    false,
                    Grants.of(
                            Set.of(BookingPermissions.VIEW, BookingPermissions.DRIVE, DocumentPermissions.VIEW),
                            Set.of(BookingPermissions.VIEW, BookingPermissions.DRIVE, DocumentPermissions.VIEW)))));

    private final Organisation carrier = company(OrganisationKind.CARRIER);
    private final Organisation shipper = company(OrganisationKind.SHIPPER);
    private final Organisation platform = Organisation.platform(UUID.randomUUID(), NOW);

    @Test
    void severalRolesGiveAllTheirPermissionsAndWhatIsAboutOneself() {
        Grants both = ROLES.grantsOf(Set.of("OWNER", "DRIVER"));
        assertTrue(both.permissions()
                .containsAll(Set.of(
                        IdentityPermissions.ORGANISATION_MANAGE, BookingPermissions.DRIVE, CommonPermissions.SELF)));
        assertFalse(both.may(TripPermissions.POST));
        assertEquals(Set.of(CommonPermissions.SELF), ROLES.grantsOf(Set.of()).permissions());
    }

    @Test
    void theWidestGrantOfAPermissionCounts() {
        Grants carrierToo = ROLES.grantsOf(List.of("CARRIER", "DRIVER"));
        assertTrue(carrierToo.reachesAll(BookingPermissions.VIEW));
        assertEquals(Set.of(DocumentPermissions.VIEW), carrierToo.ownTrips());
        Grants officeToo = ROLES.grantsOf(List.of("DRIVER", "OFFICE"));
        assertTrue(officeToo.reachesAll(DocumentPermissions.VIEW));
        assertFalse(officeToo.reachesAll(BookingPermissions.VIEW));
        assertTrue(officeToo.may(BookingPermissions.VIEW));
    }

    @Test
    void whoManagesAndDrivesSeesTheOwnTripsByWhatOnlyDriversAreGranted() {
        Grants ownerToo = ROLES.grantsOf(List.of("OWNER", "DRIVER"));
        assertFalse(ownerToo.reachesAll(BookingPermissions.DRIVE));
    }

    @Test
    void rolesAreHeldWhereTheirRowSays() {
        assertEquals(Set.of("ADMIN"), ROLES.heldIn(platform));
        assertEquals(Set.of("OWNER", "OFFICE"), ROLES.heldIn(shipper));
        assertEquals(List.of("OWNER", "CARRIER", "DRIVER", "OFFICE"), List.copyOf(ROLES.heldIn(carrier)));
        assertEquals(Set.of("ADMIN"), ROLES.lastingIn(platform));
        assertEquals(Set.of("OWNER"), ROLES.lastingIn(carrier));
        assertEquals(Set.of("CARRIER"), ROLES.givenWith(OrganisationKind.CARRIER));
    }

    @Test
    void aRoleThatCantBeHeldIsNamedByItsPlace() {
        ROLES.requireHeld(carrier, List.of("DRIVER", "OWNER"), "/roles");
        assertEquals("/roles/1", refused(shipper, Arrays.asList("OWNER", "DRIVER")));
        assertEquals("/roles/0", refused(shipper, Arrays.asList("EMPEROR")));
        assertEquals("/roles/0", refused(carrier, Arrays.asList("ADMIN")));
        assertEquals("/roles/0", refused(carrier, Arrays.asList((String) null)));
        assertEquals("/roles", refused(carrier, List.of()));
        assertEquals("/roles", refused(carrier, null));
    }

    @Test
    void whoseRoleReachesTheOwnTripsOnlyDrivesUnderADriverRecord() {
        assertTrue(ROLES.drive(Set.of("OFFICE", "DRIVER")));
        assertFalse(ROLES.drive(Set.of("OWNER", "CARRIER")));
    }

    private static String refused(Organisation organisation, List<String> codes) {
        return assertThrows(Refusal.class, () -> ROLES.requireHeld(organisation, codes, "/roles"))
                .violations()
                .get(0)
                .pointer();
    }

    private static Organisation company(OrganisationKind kind) {
        return Organisation.company(UUID.randomUUID(), "Acme", kind, NOW);
    }

    private static Role role(
            String code,
            int place,
            Holders holders,
            Set<OrganisationKind> kinds,
            boolean lasting,
            Map<String, Scope> grants) {
        return Role.builtIn(code, place, holders, kinds, kinds, lasting, new Grants(grants));
    }

    private static Map<String, Scope> all(String... permissions) {
        return Grants.of(Set.of(permissions), Set.of()).scopes();
    }
}
