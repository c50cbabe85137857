package org.lanerunner.system.fuzz;

import java.util.List;
import org.lanerunner.system.Answer;
import org.lanerunner.system.ApiOperation;
import org.lanerunner.system.Rest;

/** Documents, by who stored them. */
final class DocumentRequests extends Requests {

    DocumentRequests(World world) {
        super(world);
    }

    @Override
    public List<String> paths() {
        return List.of("/api/documents");
    }

    @Override
    Thing thing(ApiOperation operation) {
        return new Thing(this::document, "documents");
    }

    private String document() {
        Answer stored = Rest.call(
                "POST",
                "/api/documents",
                Multiparts.right(null),
                world.carrier().accessToken(),
                "Content-Type",
                Multiparts.TYPE);
        return world.remember("documents", stored.expect(201).text("id"));
    }
}
