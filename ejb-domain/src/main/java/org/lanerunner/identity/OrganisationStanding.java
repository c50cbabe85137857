package org.lanerunner.identity;

import java.util.UUID;

/** Told, inside the transaction, to the features after identity when the platform suspends an organisation or reopens it. */
public record OrganisationStanding(UUID organisationId, boolean suspended) {}
