package org.lanerunner.federation;

/** A provider with which one may sign in. @param id its name in addresses */
public record ProviderView(String id, String name) {}
