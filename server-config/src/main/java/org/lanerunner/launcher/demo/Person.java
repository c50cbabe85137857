package org.lanerunner.launcher.demo;

import java.util.UUID;

/** Somebody signed in: who, with which login, acting for which organisation. */
public record Person(String role, String email, String password, UUID organisationId, ApiClient api) {}
