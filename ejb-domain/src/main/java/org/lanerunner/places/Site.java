package org.lanerunner.places;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.annotation.Nullable;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.lanerunner.shared.Code;
import org.lanerunner.shared.Personal;

/**
 * The place of a stop: a point, the gazetteer's place to which it belongs, and the zone that its clocks show. A site given by coordinates is exact and stays
 * with its parties; the market sees it rounded to a tenth of a degree (about 11 km). Latitude and longitude are in degrees (WGS 84).
 */
@Embeddable
public record Site(
        @Code @Column(name = "place_id") String id,
        @Code @Column(name = "place_name") String name,
        @Code @Column(name = "place_region") @Nullable String region,
        @Code @Column(name = "place_country") String country,
        @Personal @Column(name = "latitude") double latitude,
        @Personal @Column(name = "longitude") double longitude,
        @Code @Column(name = "zone") String zone,
        @JsonIgnore @Column(name = "exact") boolean exact) {

    /** The site as it may be published: nothing closer than the town. */
    public Site onTheMarket() {
        return exact
                ? new Site(
                        id,
                        name,
                        region,
                        country,
                        Math.round(latitude * 10) / 10.0,
                        Math.round(longitude * 10) / 10.0,
                        zone,
                        false)
                : this;
    }

    /** The site as a sentence names it, such as {@code Chicago, IL}: no closer than the town. */
    @JsonIgnore
    public String inWords() {
        return region == null || region.isBlank() ? name : name + ", " + region;
    }

    /** Country and region together, such as {@code US-IL}: one end of a lane in reports. */
    @JsonIgnore
    public String laneRegion() {
        return region == null || region.isBlank() ? country : country + "-" + region;
    }

    public double distanceMetersTo(Site other) {
        return GreatCircle.distanceMeters(latitude, longitude, other.latitude, other.longitude);
    }
}
