package org.lanerunner.federation;

import org.lanerunner.identity.OrganisationKind;

/**
 * The account that somebody wants whose login belongs to no account.
 *
 * @param email null for the address that the provider told
 * @param organisationName null for a personal organisation
 * @param kind null for none yet
 */
public record NewAccount(String name, String email, String organisationName, OrganisationKind kind) {}
