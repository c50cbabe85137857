package org.lanerunner.tracks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The meaning of the columns of a table (or members of a JSON object), by the names that loggers and exports use. Only
 * the letters and digits of names are compared, so "Latitude N/S", "latitude_ns" and "LATITUDE-NS" are one.
 */
final class TrackColumns {

    private static final List<String> LATITUDE = words("""
            latitude lat latitudens gpslatitude gpslat latitudedeg latdeg latitudedegrees latdegrees
            latitudedecimal latitudewgs84 latwgs84 wgs84lat locationlat locationlatitude positionlat
            positionlatitude poslat pointlat ycoord ycoordinate breitengrad breite latitud latd y n north
            northing""");
    private static final List<String> LONGITUDE = words("""
            longitude lon lng long longitudeew gpslongitude gpslon gpslng gpslong longitudedeg londeg lngdeg
            longdeg longitudedegrees londegrees longitudedecimal longitudewgs84 lonwgs84 wgs84lon wgs84long
            locationlon locationlng locationlong locationlongitude positionlon positionlng positionlong
            positionlongitude poslon poslng pointlon pointlng xcoord xcoordinate laengengrad längengrad laenge
            länge longitud lond x e east easting""");
    private static final List<String> LATITUDE_E7 = List.of("latitudee7", "late7");
    private static final List<String> LONGITUDE_E7 = List.of("longitudee7", "lone7", "lnge7");
    private static final List<String> LATITUDE_HEMISPHERE = words("""
            ns northsouth nsindicator latdir latitudedir latitudedirection latdirection latref latituderef
            lathemisphere latitudehemisphere lathemi latitudens latns dirns""");
    private static final List<String> LONGITUDE_HEMISPHERE = words("""
            ew eastwest ewindicator londir longitudedir longitudedirection londirection lngdir longdir lonref
            longituderef lonhemisphere longitudehemisphere lonhemi longitudeew lonew lngew direw""");
    private static final List<String> POSITION = words("""
            point wkt geom geometry thegeom geometrywkt position location coordinates coordinate coords latlon
            latlng latlong latitudelongitude gps gpscoordinates gpslocation gpsposition""");
    private static final List<String> MOMENT = words("""
            timestamp datetime dateandtime datetimeutc utcdatetime timestamputc gpstimestamp gpsdatetime
            gpsdateandtime fixtime devicetime recordedat recordedtime occurredat capturedat measuredat
            observedat sampledat eventtime eventtimestamp positiontime timestampms timestampmillis
            timestampseconds unixtime unixtimestamp epoch epochtime epochms epochseconds timems ts datumzeit
            zeitstempel""");
    private static final List<String> TIME_OF_DAY = words("""
            time timeutc utctime gpstime localtime timelocal timeofday utc hms hhmmss uhrzeit zeit heure hora
            times timesec timeseconds seconds elapsed elapsedtime elapsedseconds when at createdat receivedat
            servertime t""");
    private static final List<String> DATE = words("""
            date dateutc utcdate gpsdate localdate datelocal day ymd yyyymmdd datum fecha""");
    private static final List<String> RECEIVER = words("""
            valid fix fixtype fixquality quality gpsquality gpsfix gpsvalid hasfix fixstatus gpsstatus status""");
    private static final List<String> VEHICLE = words("""
            vehicle vehicleid vehiclename vehicleno vehiclenumber truck truckid truckno car carid bus busid taxi
            taxiid unit unitid unitno asset assetid device deviceid devicename deviceserial tracker trackerid
            imei mmsi plate licenseplate licenceplate numberplate registration driver driverid user userid
            entity entityid objectid individual individualid""");
    private static final List<String> TRACK = words("""
            trackid tripid trajid traj trajectory trajectoryid journeyid journey trip routeid runid tid vid oid
            uid nameid id""");
    private static final Set<String> NO_FIX = Set.copyOf(words("""
            0 false no none n v void invalid nofix notvalid notfixed unknown"""));
    private static final Set<String> NO_FIX_AS_STATUS = Set.of("v", "void", "invalid", "nofix", "notvalid", "notfixed");

    final int latitude;
    final int longitude;
    final int latitudeHemisphere;
    final int longitudeHemisphere;
    final int latitudeE7;
    final int longitudeE7;
    final int position;
    final int date;
    final int time;
    final List<Integer> vehicles;
    private final int receiver;
    private final Set<String> receiverHadNoFix;

    TrackColumns(List<String> names) {
        Map<String, Integer> byName = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            byName.putIfAbsent(normalized(names.get(i)), i);
        }
        latitude = first(byName, LATITUDE);
        longitude = first(byName, LONGITUDE);
        latitudeHemisphere = firstBut(byName, LATITUDE_HEMISPHERE, latitude);
        longitudeHemisphere = firstBut(byName, LONGITUDE_HEMISPHERE, longitude);
        latitudeE7 = first(byName, LATITUDE_E7);
        longitudeE7 = first(byName, LONGITUDE_E7);
        position = first(byName, POSITION);
        int moment = first(byName, MOMENT);
        time = moment >= 0 ? moment : first(byName, TIME_OF_DAY);
        date = moment >= 0 ? -1 : first(byName, DATE);
        vehicles = new ArrayList<>();
        addAll(byName, VEHICLE);
        addAll(byName, TRACK);
        receiver = first(byName, RECEIVER);
        receiverHadNoFix =
                receiver >= 0 && normalized(names.get(receiver)).endsWith("status") ? NO_FIX_AS_STATUS : NO_FIX;
    }

    /** True if these names have a position among them. */
    boolean tellPositions() {
        return latitude >= 0 && longitude >= 0 || latitudeE7 >= 0 && longitudeE7 >= 0 || position >= 0;
    }

    boolean receiverHadFix(List<String> row) {
        String said = cell(row, receiver);
        return said == null || !receiverHadNoFix.contains(normalized(said));
    }

    /** True if a column of this name tells the vehicle, not merely the track or the row. */
    static boolean namesVehicle(String name) {
        return VEHICLE.contains(normalized(name));
    }

    /** The cell's text, or null where the column or the cell is missing. */
    static String cell(List<String> row, int column) {
        return column < 0 || column >= row.size() ? null : row.get(column);
    }

    static String normalized(String name) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < name.length() && letters.length() < 40; i++) {
            char c = name.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                letters.append(c);
            }
        }
        return letters.toString().toLowerCase(Locale.ROOT);
    }

    private void addAll(Map<String, Integer> byName, List<String> wanted) {
        for (String name : wanted) {
            if (byName.containsKey(name)) {
                vehicles.add(byName.get(name));
            }
        }
    }

    private static int first(Map<String, Integer> byName, List<String> wanted) {
        return firstBut(byName, wanted, -1);
    }

    private static int firstBut(Map<String, Integer> byName, List<String> wanted, int taken) {
        for (String name : wanted) {
            Integer column = byName.get(name);
            if (column != null && column != taken) {
                return column;
            }
        }
        return -1;
    }

    private static List<String> words(String separatedByBlanks) {
        return List.of(separatedByBlanks.split("\\s+"));
    }
}
