package org.lanerunner.system.fuzz;

import static org.lanerunner.system.Rest.object;

import java.util.List;
import java.util.Random;
import org.lanerunner.system.ApiOperation;
import org.lanerunner.system.Person;
import org.lanerunner.system.Sql;

/** Feature flags. */
final class FlagRequests extends Requests {

    FlagRequests(World world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of("/api/flags", "/api/admin/flags");
    }

    @Override
    String address(ApiOperation operation, boolean inState, Random random) {
        return operation.path().replace("{key}", inState ? flag(verb(operation).equals("revive")) : "NO_SUCH_FLAG");
    }

    @Override
    Person asker(ApiOperation operation) {
        return ofAdministrators(operation) ? world.administrator() : world.carrier();
    }

    @Override
    Object body(ApiOperation operation, boolean inState) {
        return object("percentage", 50, "persons", List.of(world.carrier().personId()));
    }

    /** The key of a feature flag, killed or not. */
    private static String flag(boolean killed) {
        Sql.number("WITH set AS (UPDATE flags.flag SET killed = " + killed
                + ", version = version + 1 WHERE key = 'SHORTCUT_HELP' RETURNING 1) SELECT count(*) FROM set");
        return "SHORTCUT_HELP";
    }
}
