package org.lanerunner.bookings;

import org.lanerunner.shared.Setting;

/** Settings for the road, and for the release of the money. */
public final class BookingSettings {

    public static final Setting UNDO_ROAD_FACT_WITHIN = new Setting(
            "lanerunner.undo.road.fact.within",
            "PT1M",
            "How long after the server heard of a dispatch, arrival or departure its teller may take it back.");

    public static final Setting RELEASE_AFTER = new Setting(
            "lanerunner.release.after",
            "PT72H",
            "Time from delivery to the release of the escrow without the shipper's word.");

    private BookingSettings() {}
}
