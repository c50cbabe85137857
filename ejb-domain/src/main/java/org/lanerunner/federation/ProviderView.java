package org.lanerunner.federation;

/** A provider that one may sign in with. @param id as it stands in addresses */
public record ProviderView(String id, String name) {}
