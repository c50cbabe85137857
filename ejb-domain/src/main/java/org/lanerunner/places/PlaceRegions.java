package org.lanerunner.places;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Countries and their first-order divisions, numbered, with the names and codes by which people narrow a search. */
final class PlaceRegions {

    private static final Map<String, String> CUSTOMARY = Map.of(
            "uk",
            "GB",
            "great britain",
            "GB",
            "america",
            "US",
            "united states of america",
            "US",
            "uae",
            "AE",
            "holland",
            "NL");

    private record Region(String country, String code, String name, String folded) {}

    private record Country(String name, String folded, String foldedThreeLetters) {}

    private final Map<String, Country> countries = new HashMap<>();
    private final Map<String, String> regionNames = new HashMap<>();
    private final Map<String, Short> numbers = new HashMap<>();
    private final List<Region> regions = new ArrayList<>();

    PlaceRegions() {
        Gazetteer.read("countries.tsv.gz", line -> {
            String[] f = line.split("\t", -1);
            countries.put(f[0], new Country(f[2], PlaceName.folded(f[2]), PlaceName.folded(f[1])));
        });
        Gazetteer.read("regions.tsv.gz", line -> {
            String[] f = line.split("\t", -1);
            regionNames.put(f[0] + '\t' + f[1], f[2]);
        });
    }

    /** The number of a region. A region that is not known yet gets the next one. */
    short number(String country, String code) {
        return numbers.computeIfAbsent(country + '\t' + code, key -> {
            String name = regionNames.getOrDefault(key, "");
            regions.add(new Region(country, code, name, PlaceName.folded(name)));
            return (short) (regions.size() - 1);
        });
    }

    String country(int region) {
        return regions.get(region).country;
    }

    Place place(String id, String name, int number, double latitude, double longitude, String zone, long population) {
        Region region = regions.get(number);
        return new Place(
                id,
                name,
                region.code,
                region.name,
                region.country,
                countries.get(region.country).name,
                latitude,
                longitude,
                zone,
                population);
    }

    /**
     * The regions that a folded qualifier means: by the code of a region or country, or by the beginning of a name, at
     * least so many letters long. Empty where it means none.
     */
    BitSet meant(String qualifier, int fewestLetters) {
        BitSet meant = new BitSet(regions.size());
        boolean byName = qualifier.length() >= fewestLetters;
        String customary = CUSTOMARY.get(qualifier);
        for (int i = 0; i < regions.size(); i++) {
            Region region = regions.get(i);
            Country country = countries.get(region.country);
            if (qualifier.equalsIgnoreCase(region.country)
                    || qualifier.equals(country.foldedThreeLetters)
                    || qualifier.equalsIgnoreCase(region.code)
                    || region.country.equals(customary)
                    || byName && (region.folded.startsWith(qualifier) || country.folded.startsWith(qualifier))) {
                meant.set(i);
            }
        }
        return meant;
    }
}
