package org.lanerunner.admin;

import java.util.List;

/** A job with its last runs, newest first. @param name as Jakarta Batch knows it */
public record JobView(String name, List<JobRun> runs) {}
