package org.lanerunner.fleet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.lanerunner.shared.Personal;
import org.lanerunner.shared.Text;

/** Someone who drives for an organisation, with or without an account of their own. A driver can be deactivated, but is never deleted. */
@Entity
@Table(schema = "fleet", name = "driver")
class Driver {

    @Id
    private UUID id;

    @Column(name = "organisation_id", updatable = false)
    private UUID organisationId;

    @Column(name = "person_id")
    private UUID personId;

    @Personal(of = "personId")
    private String name;

    @Personal(of = "personId")
    private String phone;

    private boolean active;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Version
    private int version;

    protected Driver() {}

    Driver(UUID id, UUID organisationId, DriverDetails details, Instant createdAt) {
        this.id = id;
        this.organisationId = organisationId;
        this.createdAt = createdAt;
        change(details);
    }

    void change(DriverDetails details) {
        name = Text.required(details.name(), 200, "/name");
        phone = Text.optional(details.phone(), 40, "/phone");
        personId = details.personId();
        active = !Boolean.FALSE.equals(details.active());
    }

    /** True if no person drives under it yet. */
    boolean isFree() {
        return personId == null;
    }

    UUID personId() {
        return personId;
    }

    void link(UUID person) {
        personId = person;
    }

    int version() {
        return version;
    }

    DriverDetails details() {
        return new DriverDetails(name, phone, personId, active);
    }

    DriverView view() {
        return new DriverView(id, organisationId, name, phone, personId, active, createdAt, version);
    }
}
