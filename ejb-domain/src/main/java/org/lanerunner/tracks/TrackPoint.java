package org.lanerunner.tracks;

/**
 * A point as a file has it, before anything is decided about it: times are still text, since how a date is to be read
 * (day or month first) and when midnight passed can only be told from all points together.
 *
 * @param vehicle the vehicle's name in the file, or null
 * @param date the date where the file keeps it apart from the time, else null
 * @param time time of day, or date and time in one, or seconds since 1970, or null
 * @param latitude decimal degrees; NaN where it could not be read
 * @param longitude decimal degrees; NaN where it could not be read
 * @param receiverHadFix false where the receiver itself says that it had no position
 */
record TrackPoint(String vehicle, String date, String time, double latitude, double longitude, boolean receiverHadFix) {

    /** True if the coordinates are valid and not 0/0 (which a receiver without a position writes), and the receiver had a fix. */
    boolean isGood() {
        return receiverHadFix
                && Math.abs(latitude) <= 90
                && Math.abs(longitude) <= 180
                && !(latitude == 0 && longitude == 0);
    }
}
