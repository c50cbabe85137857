package org.lanerunner.bookings;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** An organisation to which nothing is released while the platform has it suspended. */
@Entity
@Table(schema = "bookings", name = "suspended_seller")
class SuspendedSeller {

    @Id
    @Column(name = "organisation_id")
    private UUID organisationId;

    protected SuspendedSeller() {}
}
