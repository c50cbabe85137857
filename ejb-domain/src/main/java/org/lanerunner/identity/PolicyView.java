package org.lanerunner.identity;

import org.lanerunner.shared.Versioned;

/** What an organisation asks of whoever signs in for it. @param secondFactor besides a password something that one has */
public record PolicyView(boolean secondFactor, int version) implements Versioned {}
