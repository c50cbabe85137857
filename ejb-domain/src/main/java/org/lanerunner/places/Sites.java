package org.lanerunner.places;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.lanerunner.shared.Refusal;

/** Makes sites of what a request names: a place of the gazetteer, or a point on the ground, which gets the name, region and zone of the nearest place. */
@ApplicationScoped
public class Sites {

    /** A town's docks lie around it. A point that is further away belongs to another town, or its degrees are wrong. */
    private static final double NEAR_METERS = 100_000;

    private Places places;
    private Geography geography;

    Sites() {}

    @Inject
    Sites(Places places, Geography geography) {
        this.places = places;
        this.geography = geography;
    }

    /** @param pointer JSON pointer of the object that holds the three fields */
    public Site resolve(String placeId, Double latitude, Double longitude, String pointer) {
        boolean point = latitude != null || longitude != null;
        if (placeId != null && !point) {
            return of(place(placeId, pointer), null);
        }
        if (!point) {
            throw Refusal.invalid(pointer + "/placeId", "Name a place, or give latitude and longitude.");
        }
        within(latitude, 90, pointer + "/latitude");
        within(longitude, 180, pointer + "/longitude");
        Place place = placeId == null ? geography.placeAt(latitude, longitude) : place(placeId, pointer);
        return of(place, new double[] {latitude, longitude});
    }

    /**
     * Gives a site that is agreed another point. It keeps its place and zone, so that no window changes its meaning. A point far from the place is refused.
     *
     * @param pointer JSON pointer of the object that holds the two fields
     */
    public Site pinpoint(Site site, Double latitude, Double longitude, String pointer) {
        within(latitude, 90, pointer + "/latitude");
        within(longitude, 180, pointer + "/longitude");
        Place place = places.find(site.id()).orElse(null);
        double meters = GreatCircle.distanceMeters(
                place == null ? site.latitude() : place.latitude(),
                place == null ? site.longitude() : place.longitude(),
                latitude,
                longitude);
        if (meters > NEAR_METERS) {
            throw Refusal.invalid(
                    pointer + "/latitude",
                    "This point is " + Math.round(meters / 1000) + " km from " + site.name()
                            + ". A stop's point lies within " + Math.round(NEAR_METERS / 1000) + " km of its city.");
        }
        return new Site(site.id(), site.name(), site.region(), site.country(), latitude, longitude, site.zone(), true);
    }

    private Place place(String placeId, String pointer) {
        return places.find(placeId)
                .orElseThrow(() -> Refusal.invalid(pointer + "/placeId", "The gazetteer knows no such place."));
    }

    private static Site of(Place place, double[] point) {
        boolean exact = point != null;
        double latitude = exact ? point[0] : place.latitude();
        double longitude = exact ? point[1] : place.longitude();
        return new Site(
                place.id(), place.name(), place.region(), place.country(), latitude, longitude, place.zone(), exact);
    }

    private static void within(Double degrees, double limit, String pointer) {
        if (degrees == null || !(Math.abs(degrees) <= limit)) {
            throw Refusal.invalid(pointer, "A number from -" + (int) limit + " to " + (int) limit + " is needed.");
        }
    }
}
