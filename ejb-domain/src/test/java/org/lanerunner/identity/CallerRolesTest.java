package org.lanerunner.identity;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lanerunner.shared.Caller;

class CallerRolesTest {

    @Test
    void driverDrivesOnly() {
        assertTrue(caller(Role.DRIVER).drivesOnly());
    }

    @Test
    void driverWithAnOfficeRoleDoesNotDriveOnly() {
        for (Role other : Set.of(Role.OWNER, Role.CARRIER, Role.SHIPPER, Role.BROKER)) {
            assertFalse(caller(Role.DRIVER, other).drivesOnly(), other.name());
        }
    }

    @Test
    void whoDoesNotDriveDoesNotDriveOnly() {
        assertFalse(caller(Role.SHIPPER).drivesOnly());
        assertFalse(caller(Role.CARRIER).drivesOnly());
    }

    private static Caller caller(Role... roles) {
        Set<String> permissions =
                Stream.of(roles).flatMap(role -> role.permissions().stream()).collect(Collectors.toSet());
        return new Caller(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), permissions);
    }
}
