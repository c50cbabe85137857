package org.lanerunner.identity;

/** The things that an organisation may do here; it may do several. */
public enum OrganisationKind {
    SHIPPER,
    BROKER,
    CARRIER,
    TRAVELLER,
    RIDER,
    OFFICE
}
