package org.lanerunner.places;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;

/**
 * Makes the gazetteer's tables from their sources; run by hand when there are new ones (docs/recipes/gazetteer.md).
 * Arguments: cities15000.txt, countryInfo.txt, admin1Codes.txt, us_zips.csv, folder of the tables.
 *
 * <p>ZIP codes come as centroids only. Their state is told by the first three digits, their time zone is that of the
 * nearest city of that state, and their name is that of the nearest city of it, large ones reaching further.
 */
final class GazetteerGenerator {

    private static final double NAMING_METERS = 40_000;
    private static final Set<String> TERRITORIES = Set.of("PR", "VI", "GU", "AS", "MP");

    private record City(
            int id,
            String name,
            String ascii,
            String alternates,
            double latitude,
            double longitude,
            String country,
            String region,
            long population,
            String zone) {}

    private final Path folder;
    private final List<City> cities;
    private final Set<String> usedRegions = new TreeSet<>();
    private final Set<String> usedCountries = new TreeSet<>();

    private GazetteerGenerator(Path citiesFile, Path folder) throws IOException {
        this.folder = folder;
        cities = new ArrayList<>();
        for (String line : Files.readAllLines(citiesFile)) {
            String[] f = line.split("\t", -1);
            cities.add(new City(
                    Integer.parseInt(f[0]),
                    f[1],
                    f[2],
                    f[3],
                    Double.parseDouble(f[4]),
                    Double.parseDouble(f[5]),
                    f[8],
                    f[10],
                    Long.parseLong(f[14]),
                    ZoneId.of(f[17]).getId()));
        }
        cities.sort(Comparator.comparingLong(City::population).reversed().thenComparingInt(City::id));
    }

    public static void main(String[] args) throws IOException {
        GazetteerGenerator generator = new GazetteerGenerator(Path.of(args[0]), Path.of(args[4]));
        generator.writeCities();
        generator.writeNames();
        generator.writeZips(Path.of(args[3]));
        generator.writeRegions(Path.of(args[2]));
        generator.writeCountries(Path.of(args[1]));
    }

    /** The most populous first: a row's number is its rank. */
    private void writeCities() throws IOException {
        List<String> lines = new ArrayList<>();
        for (City city : cities) {
            lines.add(String.join(
                    "\t",
                    Integer.toString(city.id),
                    city.name,
                    city.ascii,
                    Double.toString(city.latitude),
                    Double.toString(city.longitude),
                    city.country,
                    city.region,
                    Long.toString(city.population),
                    city.zone));
            usedRegions.add(city.country + '.' + city.region);
            usedCountries.add(city.country);
        }
        write("cities.tsv.gz", lines);
    }

    /** Folded name, kind of match, row of the city; in the order of UTF-8 bytes. */
    private void writeNames() throws IOException {
        Map<String, Map<Integer, Integer>> kinds = new TreeMap<>(GazetteerGenerator::compareUtf8);
        for (int row = 0; row < cities.size(); row++) {
            City city = cities.get(row);
            Set<String> own = new LinkedHashSet<>(List.of(PlaceName.folded(city.name), PlaceName.folded(city.ascii)));
            for (String name : own) {
                put(kinds, name, row, PlaceIndex.NAME);
            }
            for (String alternate : city.alternates.split(",")) {
                put(kinds, PlaceName.folded(alternate), row, PlaceIndex.ALTERNATE);
            }
            for (String name : own) {
                for (int blank = name.indexOf(' '); blank >= 0; blank = name.indexOf(' ', blank + 1)) {
                    put(kinds, name.substring(blank + 1), row, PlaceIndex.INNER_WORD);
                }
            }
        }
        List<String> lines = new ArrayList<>();
        kinds.forEach((name, rows) -> rows.forEach((row, kind) -> lines.add(name + '\t' + kind + '\t' + row)));
        write("names.tsv.gz", lines);
    }

    private static void put(Map<String, Map<Integer, Integer>> kinds, String name, int row, int kind) {
        if (!name.isEmpty()) {
            kinds.computeIfAbsent(name, n -> new TreeMap<>()).merge(row, kind, Math::min);
        }
    }

    private void writeZips(Path zipsFile) throws IOException {
        Map<String, List<Integer>> byState = new HashMap<>();
        for (int row = 0; row < cities.size(); row++) {
            City city = cities.get(row);
            String state =
                    city.country.equals("US") ? city.region : TERRITORIES.contains(city.country) ? city.country : null;
            if (state != null && !city.name.equals("Guam Government House")) {
                byState.computeIfAbsent(state, s -> new ArrayList<>()).add(row);
            }
        }
        Set<String> lines = new TreeSet<>();
        for (String line : Files.readAllLines(zipsFile)) {
            String[] f = line.split(",");
            if (f[0].matches("\\d{5}")) {
                lines.add(zip(f[0], Double.parseDouble(f[1]), Double.parseDouble(f[2]), byState));
            }
        }
        write("zips.tsv.gz", List.copyOf(lines).stream().sorted().toList());
    }

    private String zip(String code, double latitude, double longitude, Map<String, List<Integer>> byState) {
        String state = UsPostalPrefixes.stateOf(code);
        City nearest = null;
        City naming = null;
        for (int row : byState.get(state)) {
            City city = cities.get(row);
            if (nearest == null || meters(city, latitude, longitude) < meters(nearest, latitude, longitude)) {
                nearest = city;
            }
            if (naming == null || reach(city, latitude, longitude) < reach(naming, latitude, longitude)) {
                naming = city;
            }
        }
        String name = meters(naming, latitude, longitude) <= NAMING_METERS ? naming.name : "";
        usedRegions.add(nearest.country + '.' + nearest.region);
        return String.join(
                "\t",
                code,
                name,
                Double.toString(latitude),
                Double.toString(longitude),
                nearest.country,
                nearest.region,
                nearest.zone);
    }

    /** Distance less what a city of its size covers: 13 km for Chicago, 1 km for a town. */
    private static double reach(City city, double latitude, double longitude) {
        return meters(city, latitude, longitude) - Math.min(15_000, 8 * Math.sqrt(city.population));
    }

    private static double meters(City city, double latitude, double longitude) {
        return GreatCircle.distanceMeters(city.latitude, city.longitude, latitude, longitude);
    }

    private void writeRegions(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String[] f = line.split("\t");
            if (usedRegions.contains(f[0])) {
                lines.add(f[0].replace('.', '\t') + '\t' + f[1]);
            }
        }
        write("regions.tsv.gz", lines.stream().sorted().toList());
    }

    private void writeCountries(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String[] f = line.split("\t", -1);
            if (!line.startsWith("#") && usedCountries.contains(f[0])) {
                lines.add(f[0] + '\t' + f[1] + '\t' + f[4]);
            }
        }
        write("countries.tsv.gz", lines.stream().sorted().toList());
    }

    private void write(String name, List<String> lines) throws IOException {
        try (OutputStream file = Files.newOutputStream(folder.resolve(name));
                OutputStream zipped = new GZIPOutputStream(file) {
                    {
                        def.setLevel(9);
                    }
                }) {
            zipped.write((String.join("\n", lines) + '\n').getBytes(StandardCharsets.UTF_8));
        }
    }

    private static int compareUtf8(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
