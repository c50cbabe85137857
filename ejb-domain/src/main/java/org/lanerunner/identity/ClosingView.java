package org.lanerunner.identity;

import java.util.List;

/** @param obstacles what must be done before the organisation can close, one sentence each */
public record ClosingView(List<String> obstacles) {}
