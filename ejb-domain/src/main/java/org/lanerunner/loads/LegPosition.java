package org.lanerunner.loads;

/**
 * Which of its load's legs one is, so that two of the same load can be told apart.
 *
 * @param sequence from zero
 * @param count how many legs the load has
 */
public record LegPosition(int sequence, int count) {}
