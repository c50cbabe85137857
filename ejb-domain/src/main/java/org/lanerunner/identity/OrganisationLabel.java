package org.lanerunner.identity;

import java.util.UUID;

/** What everybody who deals with an organisation is shown of it. */
public record OrganisationLabel(UUID id, String name, boolean suspended) {}
