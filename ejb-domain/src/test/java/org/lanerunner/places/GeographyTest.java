package org.lanerunner.places;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GeographyTest {

    private final Geography geography = new CircuityGeography(new Places());

    @Test
    void aQuarterOfTheGlobeIsAQuarter() {
        double quarter = Math.PI / 2 * GreatCircle.EARTH_RADIUS_METERS;
        assertEquals(quarter, GreatCircle.distanceMeters(0, 0, 90, 0), 0.001);
        assertEquals(quarter, GreatCircle.distanceMeters(0, 135, 0, -135), 0.001);
        assertEquals(2 * quarter, GreatCircle.distanceMeters(0, 0, 0, 180), 0.001);
        assertEquals(2 * quarter, GreatCircle.distanceMeters(90, 0, -90, 12), 0.001);
        assertEquals(0, GreatCircle.distanceMeters(12.5, 180, 12.5, -180), 0.001);
        assertEquals(1.1119508, GreatCircle.distanceMeters(0, 0, 0.00001, 0), 1e-6);
    }

    @Test
    void chicagoToDallasIsAboutSoFarAndLongToDrive() {
        double meters = geography.distanceMeters(41.8781, -87.6298, 32.7767, -96.7970);
        assertEquals(1_550_000, meters, 50_000);
        Duration drive = geography.driveDuration(41.8781, -87.6298, 32.7767, -96.7970);
        assertTrue(drive.toHours() >= 22 && drive.toHours() <= 25, drive.toString());
    }

    @Test
    void aPointBelongsToTheNearestCity() {
        assertEquals("Dallas", geography.placeAt(32.7767, -96.7970).name());
    }
}
