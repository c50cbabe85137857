package org.lanerunner.fleet;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.lanerunner.shared.Personal;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Text;

/** A vehicle of an organisation, with its equipment and the room it offers. It can be deactivated, but is never deleted. */
@Entity
@Table(schema = "fleet", name = "vehicle")
class Vehicle {

    @Id
    private UUID id;

    @Column(name = "organisation_id", updatable = false)
    private UUID organisationId;

    @Personal
    private String name;

    @Personal
    private String plate;

    @Enumerated(EnumType.STRING)
    private Equipment equipment;

    @Embedded
    private Capacity capacity;

    private boolean active;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Version
    private int version;

    protected Vehicle() {}

    Vehicle(UUID id, UUID organisationId, VehicleDetails details, Instant createdAt) {
        this.id = id;
        this.organisationId = organisationId;
        this.createdAt = createdAt;
        change(details);
    }

    void change(VehicleDetails details) {
        name = Text.required(details.name(), 200, "/name");
        plate = Text.required(details.plate(), 20, "/plate");
        if (details.equipment() == null) {
            throw Refusal.invalid("/equipment", "A vehicle says what it is built as.");
        }
        equipment = details.equipment();
        capacity = details.capacity() == null
                ? Capacity.unstated()
                : details.capacity().checked("/capacity");
        active = !Boolean.FALSE.equals(details.active());
    }

    int version() {
        return version;
    }

    VehicleDetails details() {
        return new VehicleDetails(name, plate, equipment, room(), active);
    }

    VehicleView view() {
        return new VehicleView(id, organisationId, name, plate, equipment, room(), active, createdAt, version);
    }

    private Capacity room() {
        return capacity == null ? Capacity.unstated() : capacity;
    }
}
