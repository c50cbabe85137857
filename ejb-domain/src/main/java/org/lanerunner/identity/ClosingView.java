package org.lanerunner.identity;

import java.util.List;

/** @param obstacles what has to be done before the organisation can close, each in a sentence */
public record ClosingView(List<String> obstacles) {}
