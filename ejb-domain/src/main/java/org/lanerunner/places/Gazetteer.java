package org.lanerunner.places;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * The tables of cities and ZIP codes in memory, in columns; a {@link Place} is made only for an answer. Cities stand in
 * the order of their population, so a row's number is its rank. A test measures its memory and time; {@link Places}
 * names the figures.
 */
final class Gazetteer {

    private final int[] ids;
    private final int[] rowsById;
    private final String[] names;
    private final int[] populations;
    private final double[] latitudes;
    private final double[] longitudes;
    private final short[] regions;
    private final short[] zones;
    private final int[] zips;
    private final String[] zipNames;
    private final double[] zipLatitudes;
    private final double[] zipLongitudes;
    private final short[] zipRegions;
    private final short[] zipZones;
    private final String[] zoneIds;
    private final PlaceIndex index;
    private final PlaceRegions divisions;
    private final Sphere citiesOnSphere;
    private final Sphere zipsOnSphere;

    private Gazetteer() {
        divisions = new PlaceRegions();
        Map<String, Short> zonesSeen = new HashMap<>();
        List<String[]> rows = rows("cities.tsv.gz");
        int count = rows.size();
        ids = new int[count];
        names = new String[count];
        populations = new int[count];
        latitudes = new double[count];
        longitudes = new double[count];
        regions = new short[count];
        zones = new short[count];
        for (int i = 0; i < count; i++) {
            String[] f = rows.get(i);
            ids[i] = Integer.parseInt(f[0]);
            names[i] = f[1];
            latitudes[i] = Double.parseDouble(f[3]);
            longitudes[i] = Double.parseDouble(f[4]);
            regions[i] = divisions.number(f[5], f[6]);
            populations[i] = Integer.parseInt(f[7]);
            zones[i] = zonesSeen.computeIfAbsent(f[8], zone -> (short) zonesSeen.size());
        }
        rowsById = rowsById();
        rows = rows("zips.tsv.gz");
        Map<String, String> zipNamesSeen = new HashMap<>();
        count = rows.size();
        zips = new int[count];
        zipNames = new String[count];
        zipLatitudes = new double[count];
        zipLongitudes = new double[count];
        zipRegions = new short[count];
        zipZones = new short[count];
        for (int i = 0; i < count; i++) {
            String[] f = rows.get(i);
            zips[i] = Integer.parseInt(f[0]);
            zipNames[i] = zipNamesSeen.computeIfAbsent(f[1], name -> name);
            zipLatitudes[i] = Double.parseDouble(f[2]);
            zipLongitudes[i] = Double.parseDouble(f[3]);
            zipRegions[i] = divisions.number(f[4], f[5]);
            zipZones[i] = zonesSeen.computeIfAbsent(f[6], zone -> (short) zonesSeen.size());
        }
        zoneIds = new String[zonesSeen.size()];
        zonesSeen.forEach((zone, number) -> zoneIds[number] = zone);
        index = new PlaceIndex();
        read("names.tsv.gz", line -> {
            int second = line.indexOf('\t');
            index.add(
                    line.substring(0, second),
                    line.charAt(second + 1) - '0',
                    Integer.parseInt(line, second + 3, line.length(), 10));
        });
        index.close();
        citiesOnSphere = new Sphere(latitudes, longitudes);
        zipsOnSphere = new Sphere(zipLatitudes, zipLongitudes);
    }

    static Gazetteer load() {
        return new Gazetteer();
    }

    int cities() {
        return ids.length;
    }

    int zips() {
        return zips.length;
    }

    PlaceIndex index() {
        return index;
    }

    PlaceRegions divisions() {
        return divisions;
    }

    int regionOfCity(int row) {
        return regions[row];
    }

    int regionOfZip(int row) {
        return zipRegions[row];
    }

    Place city(int row) {
        return divisions.place(
                "city:" + ids[row],
                names[row],
                regions[row],
                latitudes[row],
                longitudes[row],
                zoneIds[zones[row]],
                populations[row]);
    }

    Place zip(int row) {
        String code = String.format("%05d", zips[row]);
        return divisions.place(
                "zip:" + code,
                zipNames[row].isEmpty() ? code : zipNames[row] + ' ' + code,
                zipRegions[row],
                zipLatitudes[row],
                zipLongitudes[row],
                zoneIds[zipZones[row]],
                0);
    }

    /** The row of the city with the GeoNames id, negative where there is none. */
    int rowOfCity(int id) {
        int low = 0;
        int high = rowsById.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int found = ids[rowsById[middle]];
            if (found == id) {
                return rowsById[middle];
            }
            if (found < id) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /** The first row whose ZIP code is not below this one. */
    int firstZipFrom(int code) {
        int found = Arrays.binarySearch(zips, code);
        return found >= 0 ? found : -found - 1;
    }

    int zipAt(int row) {
        return zips[row];
    }

    /** The row of the city nearest to a point. In the US it is a city of the state to which the nearest ZIP code belongs. */
    int nearestCity(double latitude, double longitude, double zipReachMeters) {
        int nearest = citiesOnSphere.nearest(latitude, longitude, row -> true);
        if (!divisions.country(regions[nearest]).equals("US")) {
            return nearest;
        }
        int zip = zipsOnSphere.nearest(latitude, longitude, row -> true);
        short region = zipRegions[zip];
        if (region == regions[nearest]
                || !divisions.country(region).equals("US")
                || GreatCircle.distanceMeters(latitude, longitude, zipLatitudes[zip], zipLongitudes[zip])
                        > zipReachMeters) {
            return nearest;
        }
        return citiesOnSphere.nearest(latitude, longitude, row -> regions[row] == region);
    }

    private int[] rowsById() {
        long[] idsAndRows = new long[ids.length];
        for (int row = 0; row < ids.length; row++) {
            idsAndRows[row] = (long) ids[row] << 32 | row;
        }
        Arrays.sort(idsAndRows);
        return Arrays.stream(idsAndRows).mapToInt(idAndRow -> (int) idAndRow).toArray();
    }

    private static List<String[]> rows(String table) {
        List<String[]> rows = new ArrayList<>(1 << 15);
        read(table, line -> rows.add(line.split("\t", -1)));
        return rows;
    }

    static void read(String table, Consumer<String> taker) {
        try (InputStream resource = Gazetteer.class.getResourceAsStream(table);
                BufferedReader reader = new BufferedReader(
                        new InputStreamReader(new GZIPInputStream(resource, 1 << 16), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                taker.accept(line);
            }
        } catch (IOException damaged) {
            throw new UncheckedIOException("the table " + table + " can't be read", damaged);
        }
    }
}
