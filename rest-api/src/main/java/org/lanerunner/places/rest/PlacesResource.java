package org.lanerunner.places.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.lanerunner.places.Place;
import org.lanerunner.places.Places;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.Refusal;

/** The gazetteer. It is the same for everybody who is signed in, since it holds nothing about anybody's business. */
@Path("/places")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "places")
public class PlacesResource {

    private static final int LONGEST_QUERY = 100;
    private static final Pattern COORDINATES =
            Pattern.compile("\\s*(-?\\d{1,3}(?:\\.\\d{1,20})?)\\s*,\\s*(-?\\d{1,3}(?:\\.\\d{1,20})?)\\s*");

    @Inject
    private Places places;

    @GET
    @Operation(
            summary = "Find cities and US ZIP codes by name, or the city nearest to a point",
            description =
                    "Give either q or near. q is the beginning of a name in any script, with or without accents; a region or country may follow it"
                            + " (\"paris, tx\", \"paris texas\"); digits find ZIP codes. Best match first, then the larger city. There is no further page.")
    public Page<Place> search(
            @Parameter(description = "Beginning of a name or ZIP code, up to 100 characters") @QueryParam("q")
                    String query,
            @Parameter(description = "latitude,longitude in decimal degrees") @QueryParam("near") String near,
            @Parameter(description = "1 to 50") @QueryParam("limit") @DefaultValue("10") int limit) {
        if ((query == null) == (near == null)) {
            throw invalid("Give either q, the beginning of a name, or near, a latitude and a longitude.");
        }
        if (limit < 1 || limit > Places.LARGEST_LIMIT) {
            throw invalid("limit is a number from 1 to " + Places.LARGEST_LIMIT + ".");
        }
        return new Page<>(near == null ? named(query, limit) : List.of(nearest(near)), null);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One place by its id, as in city:4887398 or zip:60601")
    public Place get(@PathParam("id") String id) {
        return places.find(id).orElseThrow(() -> Refusal.notFound("places"));
    }

    private List<Place> named(String query, int limit) {
        if (query.isBlank() || query.length() > LONGEST_QUERY) {
            throw invalid("q has 1 to " + LONGEST_QUERY + " characters, not all of them blank.");
        }
        return places.search(query, limit);
    }

    private Place nearest(String near) {
        Matcher coordinates = COORDINATES.matcher(near);
        if (!coordinates.matches()) {
            throw invalid("near is a latitude and a longitude in decimal degrees, as in 41.88,-87.63.");
        }
        return places.nearest(Double.parseDouble(coordinates.group(1)), Double.parseDouble(coordinates.group(2)));
    }

    private static Refusal invalid(String detail) {
        return new Refusal(Refusal.Kind.INVALID, "request/invalid", detail);
    }
}
