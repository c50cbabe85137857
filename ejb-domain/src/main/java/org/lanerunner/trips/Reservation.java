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

/** What a booking has taken of a trip: from which segment to before which, and how much. Its buyer may see the trip. */
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

    Reservation(Trip trip, CarriedLoad load, int fromSegment, int toSegment, boolean wholeVehicle, Capacity taken) {
        this.bookingId = load.bookingId();
        this.trip = trip;
        this.buyerOrganisationId = load.buyerOrganisationId();
        this.fromSegment = fromSegment;
        this.toSegment = toSegment;
        this.wholeVehicle = wholeVehicle;
        this.taken = taken;
    }

    UUID bookingId() {
        return bookingId;
    }

    Capacity taken() {
        return taken;
    }

    boolean covers(TripSegment segment) {
        return segment.sequence() >= fromSegment && segment.sequence() < toSegment;
    }

    boolean meets(int from, int to) {
        return from < toSegment && fromSegment < to;
    }

    boolean wholeVehicle() {
        return wholeVehicle;
    }
}
