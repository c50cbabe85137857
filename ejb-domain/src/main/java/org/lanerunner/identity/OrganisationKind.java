package org.lanerunner.identity;

/** What an organisation does here; it may do several. */
public enum OrganisationKind {
    SHIPPER,
    BROKER,
    CARRIER,
    TRAVELLER,
    RIDER,
    OFFICE;

    /** The role that comes with the kind. */
    public Role role() {
        return Role.valueOf(name());
    }
}
