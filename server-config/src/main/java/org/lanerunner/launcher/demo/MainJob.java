package org.lanerunner.launcher.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lanerunner.launcher.Console;

/**
 * The main job: one load from post to paid, over the public API, each step by the right person of the right organisation. The steps depend on each other and
 * are done in order. Between any two of them the server may be stopped, killed and started again.
 */
public final class MainJob {
    private final Job job = new Job();
    private final List<Step> steps = new ArrayList<>();

    /**
     * @param run the number of this run on its data, from which driver and vehicle get their names
     * @param setupToken the token of the one-time link that makes the first administrator, while there is none
     * @param zone the zone of the business date
     */
    public MainJob(People people, int run, Optional<String> setupToken, String zone, Way way, Console console) {
        job.run = run;
        steps.addAll(new PeopleSteps(job, people, setupToken).steps());
        steps.addAll(new AgreementSteps(job, way, zone).steps());
        steps.addAll(new RoadSteps(job, way, console).steps());
        steps.addAll(new MoneySteps(job).steps());
        steps.addAll(new WaysOut(job).steps());
    }

    public List<Step> steps() {
        return List.copyOf(steps);
    }

    /** The booking's id, once it is made. */
    public Optional<String> bookingId() {
        return Optional.ofNullable(job.booking)
                .map(booking -> booking.path("id").asText());
    }
}
