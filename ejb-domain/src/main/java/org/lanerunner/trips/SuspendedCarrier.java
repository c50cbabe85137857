package org.lanerunner.trips;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A carrier that the platform has suspended: the market does not see its trips meanwhile. */
@Entity
@Table(schema = "trips", name = "suspended_carrier")
class SuspendedCarrier {

    @Id
    @Column(name = "organisation_id")
    private UUID organisationId;

    protected SuspendedCarrier() {}
}
