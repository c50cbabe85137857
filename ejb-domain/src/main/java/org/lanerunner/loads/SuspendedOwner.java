package org.lanerunner.loads;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A load owner that the platform has suspended: the market does not see its loads meanwhile. */
@Entity
@Table(schema = "loads", name = "suspended_owner")
class SuspendedOwner {

    @Id
    @Column(name = "organisation_id")
    private UUID organisationId;

    protected SuspendedOwner() {}
}
