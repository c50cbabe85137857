package org.lanerunner.system.fuzz;

import static org.lanerunner.system.Rest.object;

import java.util.List;
import org.lanerunner.system.ApiOperation;
import org.lanerunner.system.Parties;
import org.lanerunner.system.Person;

/** The shipper's wallet. */
final class LedgerRequests extends Requests {

    LedgerRequests(World world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of("/api/wallet");
    }

    @Override
    Person asker(ApiOperation operation) {
        return world.shipper();
    }

    @Override
    Object body(ApiOperation operation, boolean inState) {
        return object("amount", Parties.dollars("1.00"));
    }
}
