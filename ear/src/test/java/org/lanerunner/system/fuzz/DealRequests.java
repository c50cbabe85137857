package org.lanerunner.system.fuzz;

import static org.lanerunner.system.Rest.object;

import java.util.List;
import org.lanerunner.system.ApiOperation;
import org.lanerunner.system.Parties;
import org.lanerunner.system.Person;

/** Offers: made by the carrier, answered by the shipper. */
final class DealRequests extends Requests {

    DealRequests(World world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of("/api/offers");
    }

    @Override
    Thing thing(ApiOperation operation) {
        return new Thing(verb(operation).equals("counter") ? world::openBid : world::openOffer, "offers");
    }

    @Override
    Person asker(ApiOperation operation) {
        return List.of("accept", "decline", "counter").contains(verb(operation)) ? world.shipper() : world.carrier();
    }

    @Override
    Object body(ApiOperation operation, boolean inState) {
        return verb(operation).equals("counter")
                ? object("price", Parties.dollars("90.00"))
                : object("loadId", world.openLoad());
    }
}
