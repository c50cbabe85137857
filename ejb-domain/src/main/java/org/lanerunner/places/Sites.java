package org.lanerunner.places;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.lanerunner.shared.Refusal;

/** Makes sites of what a request names: a place of the gazetteer, or a point on the ground (then name, region and zone are the nearest place's). */
@ApplicationScoped
public class Sites {

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
