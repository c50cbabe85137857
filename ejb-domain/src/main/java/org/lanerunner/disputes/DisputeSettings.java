package org.lanerunner.disputes;

import org.lanerunner.shared.Setting;

/** Settings for contested deliveries. */
public final class DisputeSettings {

    public static final Setting CONTEST_ANSWER = new Setting(
            "lanerunner.contest.answer",
            "PT72H",
            "Time in which a carrier answers a contested delivery; without an answer it goes to the administrators as it is.");

    public static final Setting CONTESTS_PER_ORGANISATION = new Setting(
            "lanerunner.contests.per.organisation", "200", "Most deliveries that one organisation contests at once.");

    private DisputeSettings() {}
}
