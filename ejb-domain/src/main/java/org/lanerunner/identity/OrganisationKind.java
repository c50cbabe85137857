package org.lanerunner.identity;

/** What an organisation does here; it may do several. */
public enum OrganisationKind {
    SHIPPER,
    BROKER,
    CARRIER,
    TRAVELLER,
    RIDER,
    OFFICE
}
