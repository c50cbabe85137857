package org.lanerunner.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lanerunner.shared.Permission;
import org.lanerunner.shared.Refusal;

class RoleTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void onlyAdminRunsThePlatformAndOnlyInItsOwnOrganisation() {
        for (Role role : Role.values()) {
            assertEquals(role == Role.ADMIN, role.permissions().contains(Permission.PLATFORM_ADMIN), role.name());
        }
        assertEquals(EnumSet.of(Role.ADMIN), Role.heldIn(Organisation.platform(UUID.randomUUID(), NOW)));
        Organisation shipper = Organisation.company(UUID.randomUUID(), "Acme", OrganisationKind.SHIPPER, NOW);
        assertThrows(Refusal.class, () -> shipper.requireHeld(Set.of(Role.ADMIN), "/roles"));
    }

    @Test
    void everyKindBringsItsRoleAndCarriersHaveDrivers() {
        for (OrganisationKind kind : OrganisationKind.values()) {
            Organisation organisation = Organisation.company(UUID.randomUUID(), "Acme", kind, NOW);
            assertTrue(Role.heldIn(organisation).contains(kind.role()));
            assertEquals(
                    kind == OrganisationKind.CARRIER, Role.heldIn(organisation).contains(Role.DRIVER));
        }
    }

    @Test
    void severalRolesGiveAllTheirPermissions() {
        Set<String> both = Role.permissionsOf(EnumSet.of(Role.OWNER, Role.DRIVER));
        assertTrue(
                both.containsAll(Set.of(Permission.ORGANISATION_MANAGE, Permission.BOOKINGS_DRIVE, Permission.SELF)));
        assertFalse(both.contains(Permission.TRIPS_POST));
    }

    @Test
    void successorOfASecretIsTheSameForTheSameKeyOnly() {
        Secret secret = Secret.random();
        byte[] key = {1, 2, 3};
        assertEquals(secret.successor(key), secret.successor(key));
        assertNotEquals(secret.successor(key), secret.successor(new byte[] {3, 2, 1}));
        assertNotEquals(secret, secret.successor(key));
        assertEquals("Secret", secret.toString());
    }
}
