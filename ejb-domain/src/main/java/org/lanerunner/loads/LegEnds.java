package org.lanerunner.loads;

/** The places where a leg begins and ends, in words and no closer than the town. */
public record LegEnds(String origin, String destination) {}
