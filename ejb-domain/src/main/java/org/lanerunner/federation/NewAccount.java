package org.lanerunner.federation;

import org.lanerunner.identity.OrganisationKind;

/**
 * What somebody with a login of nobody's wants here.
 *
 * @param email null for the one that the provider told
 * @param organisationName null for a personal organisation
 * @param kind null for none yet
 */
public record NewAccount(String name, String email, String organisationName, OrganisationKind kind) {}
