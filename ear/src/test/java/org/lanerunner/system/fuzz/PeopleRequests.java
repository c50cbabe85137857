package org.lanerunner.system.fuzz;

import static org.lanerunner.system.Rest.object;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.lanerunner.system.ApiOperation;
import org.lanerunner.system.Person;
import org.lanerunner.system.Rest;

/** People, by administrators. */
final class PeopleRequests extends Requests {

    PeopleRequests(World world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of("/api/admin/people");
    }

    @Override
    Thing thing(ApiOperation operation) {
        return new Thing(verb(operation).equals("unlock") ? this::lockedPerson : world::somebody, "people");
    }

    @Override
    Person asker(ApiOperation operation) {
        return world.administrator();
    }

    @Override
    Object body(ApiOperation operation, boolean inState) {
        return verb(operation).equals("search")
                ? object("q", "owner", "limit", 5)
                : object("reason", "asked for", "organisationId", ofImpersonation(operation));
    }

    /** Only that call knows the field. */
    private UUID ofImpersonation(ApiOperation operation) {
        return operation.path().endsWith("/impersonate") ? world.newcomer().organisationId() : null;
    }

    private String lockedPerson() {
        String person = world.somebody();
        Rest.post("/api/admin/people/" + person + "/lock", object("reason", "asked for"), world.administrator())
                .expect(200);
        world.newOrganisation();
        return person;
    }

    @Override
    Set<String> notAudited() {
        return Set.of("POST /api/admin/people/search");
    }
}
