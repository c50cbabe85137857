package org.lanerunner.places;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanerunner.shared.Refusal;

class PlacesTest {

    private final Places places = new Places();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "東京|Tokyo|JP",
                "Мюнхен|Munich|DE",
                "мюнх|Munich|DE",
                "São Paulo|São Paulo|BR",
                "sao paul|São Paulo|BR",
                "SÃO PAULO|São Paulo|BR",
                "Zürich|Zürich|CH",
                "Zurich|Zürich|CH",
                "Münch|Munich|DE",
                "munchen|Munich|DE",
                "القاهرة|Cairo|EG",
                "القاهره|Cairo|EG",
                "Αθήνα|Athens|GR",
                "αθηνα|Athens|GR",
                "ירושלים|Jerusalem|IL",
                "서울|Seoul|KR",
                "दिल्ली|Delhi|IN",
                "กรุงเทพ|Bangkok|TH",
                "თბილისი|Tbilisi|GE",
                "Łódź|Łódź|PL",
                "lodz|Łódź|PL",
                "Malmø|Malmö|SE",
                "İstanbul|Istanbul|TR",
                "istanb|Istanbul|TR",
                "St. Louis|St. Louis|US",
                "st louis|St. Louis|US",
                "Saint-Étienne|Saint-Étienne|FR",
                "L'Aquila|L'Aquila|IT",
                "new yor|New York City|US",
                "los ang|Los Angeles|US",
                "ＢＥＲＬＩＮ|Berlin|DE",
                "北京|Beijing|CN"
            })
    void isFoundByTheBeginningOfItsNameInAnyScript(String typed, String name, String country) {
        Place first = first(typed);
        assertEquals(country, first.country());
        assertTrue(PlaceName.folded(first.name()).contains(PlaceName.folded(name)), first.toString());
    }

    @Test
    void theLargerComesFirst() {
        Place paris = first("Paris");
        assertEquals("FR", paris.country());
        assertEquals("Europe/Paris", paris.zone());
        assertEquals("France", paris.countryName());
        List<Place> found = places.search("springfield", 50);
        assertEquals("MO", found.get(0).region());
        long exact = found.stream()
                .takeWhile(place -> place.name().equals("Springfield"))
                .count();
        for (int i = 1; i < exact; i++) {
            assertTrue(found.get(i - 1).population() >= found.get(i).population());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "paris, tx|US-TX",
                "paris tx|US-TX",
                "Paris, Texas|US-TX",
                "paris te|US-TX",
                "paris t|US-TX",
                "paris texas|US-TX",
                "paris, us|US-TX",
                "paris usa|US-TX",
                "paris, TX, USA|US-TX",
                "london, on|CA-08",
                "london ontario|CA-08",
                "london canada|CA-08",
                "san jose costa rica|CR-08",
                "san jose ca|US-CA",
                "birmingham uk|GB-ENG",
                "birmingham al|US-AL",
                "birmingham, |GB-ENG",
                "frankfurt brandenburg|DE-11",
                "Washington, D.C.|US-DC",
                "portland maine|US-ME",
                "portland, m|US-ME"
            })
    void regionOrCountryNarrows(String typed, String laneRegion) {
        assertEquals(laneRegion, first(typed).laneRegion(), typed);
    }

    @Test
    void whatNarrowsToNothingFindsNothing() {
        assertEquals(List.of(), places.search("paris, zz", 10));
        assertEquals(List.of(), places.search("qqqqqq", 10));
        assertEquals(List.of(), places.search("", 10));
        assertEquals(List.of(), places.search(" ,.;' ", 10));
        assertEquals(List.of(), places.search("\uD800\u0000\u202E", 10));
        assertEquals(List.of(), places.search("paris", 0));
        assertEquals(List.of(), places.search("x".repeat(100_000), 10));
        assertEquals(List.of(), places.search("a ".repeat(50_000), 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"60601", " 60601 ", "60601-1234", "Chicago 60601", "Chicago, IL 60601", "60601 Chicago"})
    void zipCodesAreFound(String typed) {
        Place zip = first(typed);
        assertEquals("zip:60601", zip.id());
        assertEquals("Chicago 60601", zip.name());
        assertEquals("US-IL", zip.laneRegion());
        assertEquals("Illinois", zip.regionName());
        assertEquals("America/Chicago", zip.zone());
        assertEquals(41.885, zip.latitude(), 0.01);
    }

    @Test
    void theBeginningOfAZipCodeFindsThoseBehindIt() {
        List<Place> found = places.search("606", 50);
        assertEquals(50, found.size());
        assertTrue(found.stream().allMatch(place -> place.id().startsWith("zip:606")));
        assertEquals(List.of(), places.search("00000", 10));
        assertEquals("zip:00601", places.search("00", 1).get(0).id());
    }

    @ParameterizedTest
    @CsvSource({
        "00901,PR-127,America/Puerto_Rico",
        "99501,US-AK,America/Anchorage",
        "96813,US-HI,Pacific/Honolulu",
        "00802,VI-030,America/St_Thomas",
        "96910,GU-AN,Pacific/Guam",
        "96799,AS-010,Pacific/Pago_Pago",
        "32501,US-FL,America/Chicago",
        "79901,US-TX,America/Denver",
        "46320,US-IN,America/Chicago",
        "46204,US-IN,America/Indiana/Indianapolis",
        "37601,US-TN,America/New_York",
        "06390,US-NY,America/New_York"
    })
    void zipCodesHaveTheStateOfTheirPrefixAndTheZoneOfItsNearestCity(String zip, String laneRegion, String zone) {
        Place place = places.find("zip:" + zip).orElseThrow();
        assertEquals(laneRegion, place.laneRegion());
        assertEquals(ZoneId.of(zone).getRules(), ZoneId.of(place.zone()).getRules());
    }

    @Test
    void placesAreFoundByTheirId() {
        assertEquals("Chicago", places.find("city:4887398").orElseThrow().name());
        assertEquals("IL", places.find("city:4887398").orElseThrow().region());
        for (String none : new String[] {
            null,
            "",
            "city:",
            "city:1",
            "zip:1",
            "zip:060601",
            "zip:99999",
            "town:5",
            "city:4887398 ",
            "city:99999999999"
        }) {
            assertTrue(places.find(none).isEmpty(), none);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "41.88,-87.63,Chicago",
        "90,0,",
        "-90,0,",
        "-16.5,180,Lambasa",
        "-16.5,-180,Lambasa",
        "-18.1,-179.9,",
        "40.7357,-74.1724,Newark",
        "48.8566,2.3522,Paris",
        "52.3702,4.8952,Amsterdam",
        "42.28,-83,Windsor"
    })
    void theNearestCityIsFoundEverywhere(double latitude, double longitude, String name) {
        Place nearest = places.nearest(latitude, longitude);
        if (name != null) {
            assertEquals(name, nearest.name());
        }
        assertEquals(nearest.zone(), places.zoneAt(latitude, longitude));
    }

    @Test
    void acrossTheAntimeridianIsNear() {
        assertEquals(places.nearest(-17, 180), places.nearest(-17, -180));
        assertEquals("FJ", places.nearest(-17.8, -179.5).country());
        assertEquals(places.nearest(90, 0), places.nearest(90, 123));
    }

    @Test
    void aPointInTheUsGetsACityOfItsOwnState() {
        assertEquals("US-IN", places.nearest(41.61, -87.52).laneRegion());
        assertEquals("US-NJ", places.nearest(40.72, -74.045).laneRegion());
        assertEquals("US-WY", places.nearest(41.14, -104.82).laneRegion());
    }

    @ParameterizedTest
    @CsvSource({"91,0", "-90.001,0", "0,180.1", "NaN,0", "0,NaN", "Infinity,0"})
    void whatAreNoCoordinatesIsRefused(double latitude, double longitude) {
        assertEquals(
                Refusal.Kind.INVALID,
                assertThrows(Refusal.class, () -> places.nearest(latitude, longitude))
                        .kind());
    }

    @Property(tries = 300)
    void theTreeFindsWhatLookingAtEachFinds(
            @ForAll @DoubleRange(min = -90, max = 90) double latitude,
            @ForAll @DoubleRange(min = -180, max = 180) double longitude) {
        Random random = new Random(7);
        double[] latitudes = random.doubles(500, -90, 90).toArray();
        double[] longitudes = random.doubles(500, -180, 180).toArray();
        double least = Double.MAX_VALUE;
        for (int i = 0; i < latitudes.length; i++) {
            least = Math.min(least, GreatCircle.distanceMeters(latitude, longitude, latitudes[i], longitudes[i]));
        }
        int found = new Sphere(latitudes, longitudes).nearest(latitude, longitude, i -> true);
        assertEquals(least, GreatCircle.distanceMeters(latitude, longitude, latitudes[found], longitudes[found]), 0.01);
    }

    @Test
    void theTableOfNamesIsFoldedByTheRuleOfToday() {
        List<String> names = new ArrayList<>();
        Gazetteer.read("names.tsv.gz", line -> names.add(line.substring(0, line.indexOf('\t'))));
        assertTrue(names.size() > 150_000);
        names.forEach(name -> assertEquals(name, PlaceName.folded(name)));
    }

    @Test
    void everyZoneIsKnownToThePlatform() {
        Gazetteer gazetteer = Gazetteer.load();
        for (int row = 0; row < gazetteer.cities(); row++) {
            ZoneId.of(gazetteer.city(row).zone());
        }
    }

    private Place first(String typed) {
        List<Place> found = places.search(typed, 5);
        assertTrue(!found.isEmpty(), "nothing found for " + typed);
        return found.get(0);
    }
}
