package org.lanerunner.benchmarks.peer;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Reads and writes without rules, events or parties. */
@Path("/loads")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PeerResource {

    @PersistenceContext
    private EntityManager entityManager;

    /** As much as the body says that is kept. */
    public record Request(
            String equipment,
            String mode,
            String commodity,
            Map<String, JsonNode> cargo,
            java.util.List<Map<String, JsonNode>> stops,
            Map<String, String> price) {}

    @GET
    @Path("/{id}")
    @RolesAllowed("loads.view")
    @Transactional
    public PeerLoad get(@PathParam("id") UUID id) {
        PeerLoad load = entityManager.find(PeerLoad.class, id);
        load.parts.size();
        return load;
    }

    /** @param notes how many rows are written besides the load and its three parts */
    @POST
    @RolesAllowed("loads.post")
    @Transactional
    public Response post(Request request, @QueryParam("notes") @DefaultValue("0") int notes) {
        PeerLoad load = new PeerLoad();
        load.id = UUID.randomUUID();
        load.equipment = request.equipment();
        load.commodity = request.commodity();
        load.price = String.valueOf(request.price());
        load.postedAt = Instant.now();
        for (int i = 0; i < 3; i++) {
            PeerPart part = new PeerPart();
            part.id = UUID.randomUUID();
            part.load = load;
            part.sequence = i;
            part.text = String.valueOf(request.stops().get(i % 2));
            load.parts.add(part);
        }
        entityManager.persist(load);
        for (int i = 0; i < notes; i++) {
            PeerNote note = new PeerNote();
            note.id = UUID.randomUUID();
            note.loadId = load.id;
            note.text = part(request);
            entityManager.persist(note);
        }
        return Response.created(URI.create("loads/" + load.id)).entity(load).build();
    }

    private static String part(Request request) {
        return String.valueOf(request.cargo());
    }
}
