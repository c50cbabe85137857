package org.lanerunner.trips;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;
import org.lanerunner.fleet.Capacity;

/** What a booking has taken of a trip: its segments, from the first to before the last, and the capacity on each. The booking's buyer may see the trip. */
@Entity
@Table(schema = "trips", name = "reservation")
class Reservation {

    @Id
    @Column(name = "booking_id")
    private UUID bookingId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "trip_id")
    private Trip trip;

    @Column(name = "buyer_organisation_id")
    private UUID buyerOrganisationId;

    @Column(name = "from_segment")
    private int fromSegment;

    @Column(name = "to_segment")
    private int toSegment;

    @Column(name = "whole_vehicle")
    private boolean wholeVehicle;

    @Embedded
    private Capacity taken;

    Reservation() {}

    Reservation(RoomAsked asked) {
        this.bookingId = asked.load().bookingId();
        this.trip = asked.trip();
        this.buyerOrganisationId = asked.load().buyerOrganisationId();
        this.fromSegment = asked.way().from();
        this.toSegment = asked.way().to();
        this.wholeVehicle = asked.wholeVehicle();
        this.taken = asked.taken();
    }

    UUID bookingId() {
        return bookingId;
    }

    Capacity taken() {
        return taken;
    }

    Way way() {
        return new Way(fromSegment, toSegment);
    }

    boolean wholeVehicle() {
        return wholeVehicle;
    }
}
