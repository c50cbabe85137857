package org.lanerunner.identity;

import java.util.UUID;

/** What is shown of an organisation to whoever has to do with it. */
public record OrganisationLabel(UUID id, String name, boolean suspended) {}
