package org.lanerunner.benchmarks;

import java.util.Locale;

/**
 * One measured thing beside what it is compared with.
 *
 * @param peer what the same thing came to elsewhere; NaN where there is nothing to compare with
 * @param aim in words
 */
record Figure(String name, double value, String unit, double peer, double ratio, String aim) {

    static Figure beside(String name, double value, String unit, double peer, String aim) {
        if (!(value > 0) || !(peer > 0)) {
            throw new org.lanerunner.launcher.LaunchFailure("This could not be measured: " + name + ".");
        }
        return new Figure(name, value, unit, peer, value / peer, aim);
    }

    static Figure alone(String name, double value, String unit, String aim) {
        return new Figure(name, value, unit, Double.NaN, Double.NaN, aim);
    }

    /** {@code name = value unit, peer = value, ratio = value, aim = value}. */
    String line() {
        return name + " = " + number(value) + " " + unit + ", peer = " + number(peer) + ", ratio = " + number(ratio)
                + ", aim = " + aim;
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        return String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%.0f" : "%.2f", value);
    }
}
