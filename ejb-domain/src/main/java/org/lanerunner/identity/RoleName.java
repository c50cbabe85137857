package org.lanerunner.identity;

/** What an organisation calls a role of its own. */
public record RoleName(String code, String name) {}
