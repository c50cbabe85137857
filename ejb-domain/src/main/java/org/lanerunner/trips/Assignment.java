package org.lanerunner.trips;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.lanerunner.events.EventData;
import org.lanerunner.fleet.DriverView;
import org.lanerunner.fleet.VehicleView;
import org.lanerunner.shared.Personal;
import org.lanerunner.shared.Uuid7;

/**
 * The driver and the vehicle of a trip, and when they drove: the first assignment from the trip's start, each later one from its hand-over or from the next
 * start of a trip that was stood down, the last to the trip's end. The planned times stand apart from these: they say from when until when driver and vehicle
 * are taken for the trip, and the database lets neither be taken twice at a time.
 */
@Entity
@Table(schema = "trips", name = "assignment")
class Assignment {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "trip_id", updatable = false)
    private Trip trip;

    @Column(updatable = false)
    private int sequence;

    @Column(name = "driver_id")
    private UUID driverId;

    @Personal(of = "driverId")
    @Column(name = "driver_name")
    private String driverName;

    @Column(name = "vehicle_id")
    private UUID vehicleId;

    @Personal(of = "vehicleId")
    @Column(name = "vehicle_name")
    private String vehicleName;

    @Personal(of = "vehicleId")
    @Column(name = "vehicle_plate")
    private String vehiclePlate;

    @Column(name = "from_at")
    private Instant fromAt;

    @Column(name = "to_at")
    private Instant toAt;

    @Column(name = "taken_from")
    private Instant takenFrom;

    @Column(name = "taken_until")
    private Instant takenUntil;

    @Column(name = "assigned_at")
    private Instant assignedAt;

    @Column(name = "person_id")
    private UUID personId;

    Assignment() {}

    /** @param until when the trip is planned to end, perhaps before the assignment begins */
    Assignment(Trip trip, int sequence, Instant from, Instant until) {
        this.id = Uuid7.next();
        this.trip = trip;
        this.sequence = sequence;
        this.fromAt = from;
        this.takenFrom = from;
        this.takenUntil = later(from, until);
    }

    /** The same driver and vehicle are to drive again, and are taken as before. */
    Assignment again(Instant until) {
        Assignment again = new Assignment(trip, sequence + 1, takenFrom, until);
        again.fromAt = later(takenFrom, toAt);
        again.driverId = driverId;
        again.driverName = driverName;
        again.vehicleId = vehicleId;
        again.vehicleName = vehicleName;
        again.vehiclePlate = vehiclePlate;
        again.personId = personId;
        again.assignedAt = assignedAt;
        return again;
    }

    /** @param personId the person who says so, or null */
    void name(DriverView driver, VehicleView vehicle, UUID personId, Instant now) {
        driverId = driver.id();
        driverName = driver.name();
        vehicleId = vehicle.id();
        vehicleName = vehicle.name();
        vehiclePlate = vehicle.plate();
        this.personId = personId;
        assignedAt = now;
    }

    /** The trip sets out at this time, whenever it was planned. */
    void startsAt(Instant at) {
        fromAt = at;
    }

    /** Another drives from this time on, or the trip is over. Driver and vehicle are free. */
    void endsAt(Instant at) {
        toAt = later(fromAt, at);
        takenUntil = at.isBefore(takenUntil) ? later(takenFrom, at) : takenUntil;
    }

    /** The trip is stood down. They drove until now, and nothing is left of what was planned. */
    void standsDown(Instant at) {
        endsAt(at);
        takenUntil = takenFrom;
    }

    /** The trip is called off before it began. */
    void neverDrives() {
        standsDown(fromAt);
    }

    boolean relieved() {
        return toAt != null;
    }

    Instant from() {
        return fromAt;
    }

    /** Null while they drive. */
    Instant to() {
        return toAt;
    }

    Instant takenFrom() {
        return takenFrom;
    }

    Instant takenUntil() {
        return takenUntil;
    }

    /** The driver and the vehicle in the words of events. */
    EventData facts() {
        return EventData.none().with("driverId", driverId).with("vehicleId", vehicleId);
    }

    AssignmentView view() {
        return new AssignmentView(
                id,
                new TripView.DriverName(driverId, driverName),
                new TripView.VehicleName(vehicleId, vehicleName, vehiclePlate),
                fromAt,
                toAt,
                assignedAt);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
