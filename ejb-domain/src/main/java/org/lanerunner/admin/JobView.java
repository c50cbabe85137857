package org.lanerunner.admin;

import java.util.List;

/** A job with its last runs, newest first. @param name the job's name in Jakarta Batch */
public record JobView(String name, List<JobRun> runs) {}
