package org.lanerunner.places;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.lanerunner.shared.Refusal;

/** The box around a circle loses no point of it, wherever it lies, and is no larger than it must be. */
class CircleProperties {

    @Property(tries = 2000)
    void everyPointOfTheCircleLiesInItsBox(
            @ForAll @Scale(6) @DoubleRange(min = -90, max = 90) double latitude,
            @ForAll @Scale(6) @DoubleRange(min = -180, max = 180) double longitude,
            @ForAll @DoubleRange(min = 1, max = 5_000_000) double radiusMeters,
            @ForAll @DoubleRange(min = 0, max = 360) double bearing,
            @ForAll @DoubleRange(min = 0, max = 0.99) double part) {
        Circle circle = new Circle(latitude, longitude, radiusMeters);
        double[] point = pointAt(circle, bearing, part);
        assertTrue(circle.holds(point[0], point[1]));
        assertTrue(lies(point, circle.box()), () -> circle + " " + circle.box() + " " + point[0] + "," + point[1]);
    }

    @Example
    void aBoxIsAsNarrowAsItCanBe() {
        Circle.Box box = new Circle(0, 0, GreatCircle.EARTH_RADIUS_METERS * Math.toRadians(1)).box();
        assertEquals(1, box.east(), 1e-9);
        assertEquals(-1, box.south(), 1e-9);
        Circle.Box acrossTheDateLine = new Circle(-17, 179.9, 50_000).box();
        assertTrue(acrossTheDateLine.crossesDateLine());
        assertEquals(-179.63, acrossTheDateLine.east(), 0.01);
        Circle.Box atThePole = new Circle(89.9, 10, 50_000).box();
        assertEquals(-180, atThePole.west(), 0);
        assertEquals(180, atThePole.east(), 0);
    }

    @Example
    void whatIsNoPlaceIsRefused() {
        for (String centre : new String[] {"", "41", "41,", "41,-89,7", "91,0", "0,181", "NaN,0", "north,west"}) {
            assertThrows(Refusal.class, () -> Circle.parse(centre, 1000), centre);
        }
        assertThrows(Refusal.class, () -> Circle.parse("41,-89", 0));
        assertThrows(Refusal.class, () -> Circle.parse("41,-89", Double.NaN));
    }

    /** The point that lies a part of the radius from the centre in a direction (degrees clockwise from north). */
    private static double[] pointAt(Circle circle, double bearing, double part) {
        double angle = part * circle.radiusMeters() / GreatCircle.EARTH_RADIUS_METERS;
        double phi = Math.toRadians(circle.latitude());
        double theta = Math.toRadians(bearing);
        double sinPhi = Math.sin(phi) * Math.cos(angle) + Math.cos(phi) * Math.sin(angle) * Math.cos(theta);
        double to = Math.asin(Math.max(-1, Math.min(1, sinPhi)));
        double lambda = Math.atan2(
                Math.sin(theta) * Math.sin(angle) * Math.cos(phi), Math.cos(angle) - Math.sin(phi) * Math.sin(to));
        return new double[] {Math.toDegrees(to), Math.IEEEremainder(circle.longitude() + Math.toDegrees(lambda), 360)};
    }

    private static boolean lies(double[] point, Circle.Box box) {
        double slack = 1e-9;
        boolean north = point[0] >= box.south() - slack && point[0] <= box.north() + slack;
        boolean east = point[1] <= box.east() + slack;
        boolean west = point[1] >= box.west() - slack;
        return north && (box.crossesDateLine() ? east || west : east && west);
    }
}
