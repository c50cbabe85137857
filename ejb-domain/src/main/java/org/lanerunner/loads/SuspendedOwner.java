package org.lanerunner.loads;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** An organisation whose loads the market does not see while the platform has it suspended. */
@Entity
@Table(schema = "loads", name = "suspended_owner")
class SuspendedOwner {

    @Id
    @Column(name = "organisation_id")
    private UUID organisationId;

    protected SuspendedOwner() {}
}
