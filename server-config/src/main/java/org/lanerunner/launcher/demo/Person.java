package org.lanerunner.launcher.demo;

import java.util.UUID;

/** A person who is signed in: their role, their login, and the organisation for which they act. */
public record Person(String role, String email, String password, UUID organisationId, ApiClient api) {}
