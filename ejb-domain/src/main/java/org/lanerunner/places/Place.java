package org.lanerunner.places;

/**
 * A place of the gazetteer: a city or a US ZIP code. Its id stays the same in new editions of the tables.
 *
 * @param id {@code city:} with the GeoNames id, or {@code zip:} with the ZIP code
 * @param name the city's name, or the city that the ZIP code belongs to with the code behind it
 * @param region the code of the first-order division: the letters of a US state, GeoNames' code elsewhere; may be empty
 * @param regionName the division's name; may be empty
 * @param country ISO 3166-1 alpha-2
 * @param countryName in English
 * @param latitude decimal degrees, north positive
 * @param longitude decimal degrees, east positive
 * @param zone IANA time zone
 * @param population inhabitants of the city, 0 where unknown and for ZIP codes
 */
public record Place(
        String id,
        String name,
        String region,
        String regionName,
        String country,
        String countryName,
        double latitude,
        double longitude,
        String zone,
        long population) {

    /** The region as lane reports name it: country and region, {@code US-IL}; the country alone where there is none. */
    public String laneRegion() {
        return region.isEmpty() ? country : country + '-' + region;
    }
}
