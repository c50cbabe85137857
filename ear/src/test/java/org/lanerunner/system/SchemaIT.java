package org.lanerunner.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Persistence;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.cfg.AvailableSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The persistence unit against the schema that the migrations make. The server does not look at each start whether they fit: the launcher has migrated before, and
 * refuses a database of which it can't say so.
 */
@EnabledIfSystemProperty(named = "lanerunner.system.tests", matches = "true")
class SchemaIT {

    @Entity(name = "Misfit")
    @Table(schema = "loads", name = "load")
    static class Misfit {

        @Id
        private UUID id;

        private String nowhere;
    }

    @Test
    void everyEntityFitsTheMigratedSchema() {
        assertEquals("", misfits(List.of()));
    }

    @Test
    void aColumnThatNoMigrationMadeIsSeen() {
        String found = misfits(List.of(Misfit.class));
        assertTrue(found.contains("missing column [nowhere] in table [loads.load]"), found);
    }

    private static String misfits(List<Class<?>> further) {
        Map<String, Object> beside = Map.of(
                AvailableSettings.JAKARTA_TRANSACTION_TYPE,
                "RESOURCE_LOCAL",
                AvailableSettings.JAKARTA_JTA_DATASOURCE,
                TestServer.databaseOfServer(),
                AvailableSettings.HBM2DDL_AUTO,
                "validate",
                AvailableSettings.LOADED_CLASSES,
                further);
        try {
            Persistence.createEntityManagerFactory("lanerunner", beside).close();
            return "";
        } catch (PersistenceException refused) {
            Throwable cause = refused;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            return cause.getMessage();
        }
    }
}
