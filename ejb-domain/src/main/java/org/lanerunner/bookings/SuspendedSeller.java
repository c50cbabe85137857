package org.lanerunner.bookings;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A seller that the platform has suspended: nothing is released to it meanwhile. */
@Entity
@Table(schema = "bookings", name = "suspended_seller")
class SuspendedSeller {

    @Id
    @Column(name = "organisation_id")
    private UUID organisationId;

    protected SuspendedSeller() {}
}
