package org.lanerunner.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.lanerunner.shared.Refusal;

class CapacityTest {

    private static Capacity weight(String kilograms) {
        return new Capacity(new BigDecimal(kilograms), null, null, null, null);
    }

    @Test
    void whatIsNotLimitedFitsAnything() {
        assertTrue(Capacity.unstated().fits(new Capacity(BigDecimal.TEN, BigDecimal.TEN, BigDecimal.TEN, 10, 10)));
        assertTrue(weight("10").fits(Capacity.unstated()));
    }

    @Test
    void eachStatedPartMustFit() {
        Capacity van = new Capacity(new BigDecimal("1000"), new BigDecimal("10"), new BigDecimal("3.2"), 20, 2);
        assertTrue(van.fits(van));
        assertFalse(van.fits(weight("1000.001")));
        assertFalse(van.fits(new Capacity(null, new BigDecimal("10.1"), null, null, null)));
        assertFalse(van.fits(new Capacity(null, null, new BigDecimal("3.3"), null, null)));
        assertFalse(van.fits(new Capacity(null, null, null, 21, null)));
        assertFalse(van.fits(new Capacity(null, null, null, null, 3)));
    }

    @Test
    void takingAndGivingBackLeavesWhatWasThere() {
        Capacity van = new Capacity(new BigDecimal("1000"), null, new BigDecimal("3.2"), 20, null);
        Capacity need = new Capacity(new BigDecimal("12.5"), new BigDecimal("3"), null, 7, 1);
        assertEquals(new Capacity(new BigDecimal("987.5"), null, new BigDecimal("3.2"), 13, null), van.minus(need));
        assertEquals(van, van.minus(need).plus(need));
    }

    @Test
    void oneNumberIsWrittenOneWay() {
        assertEquals(weight("18000"), weight("1.8E+4"));
        assertEquals("18000", weight("18000.000").weightKilograms().toString());
    }

    @Test
    void outOfBoundsIsRefusedWithEachPointer() {
        Capacity wrong = new Capacity(
                new BigDecimal("-1"), new BigDecimal("1E+999999999"), new BigDecimal("0.0001"), -1, 1_000_000);
        Refusal refusal = assertThrows(Refusal.class, () -> wrong.checked("/capacity"));
        assertEquals(
                java.util.List.of(
                        "/capacity/weightKilograms",
                        "/capacity/volumeCubicMeters",
                        "/capacity/loadingMeters",
                        "/capacity/pieces",
                        "/capacity/seats"),
                refusal.violations().stream().map(Refusal.Violation::pointer).toList());
    }
}
