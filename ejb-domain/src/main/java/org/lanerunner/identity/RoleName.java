package org.lanerunner.identity;

/** The name that an organisation gave a role of its own. */
public record RoleName(String code, String name) {}
