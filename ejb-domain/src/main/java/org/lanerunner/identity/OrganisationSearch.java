package org.lanerunner.identity;

/**
 * A search for organisations by an administrator.
 *
 * @param q a part of the name; null for all
 * @param kind one of its kinds; null for all
 * @param status null for all
 * @param sort null for newest first
 */
public record OrganisationSearch(String q, OrganisationKind kind, OrganisationStatus status, OrganisationSort sort) {

    public enum OrganisationSort {
        NEWEST,
        NAME
    }
}
