package org.lanerunner.identity;

/**
 * Which organisations an administrator looks for.
 *
 * @param q a part of the name; null for all
 * @param kind one of its kinds; null for all
 * @param status null for all
 * @param sort null for the newest first
 */
public record OrganisationSearch(String q, OrganisationKind kind, OrganisationStatus status, OrganisationSort sort) {

    public enum OrganisationSort {
        NEWEST,
        NAME
    }
}
