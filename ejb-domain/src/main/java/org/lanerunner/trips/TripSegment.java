package org.lanerunner.trips;

import jakarta.persistence.AttributeOverride;
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
import org.lanerunner.shared.Uuid7;

/** The way from one stop of a trip to the next, and the capacity left on it. The database refuses a capacity below zero. */
@Entity
@Table(schema = "trips", name = "segment")
class TripSegment {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "trip_id")
    private Trip trip;

    private int sequence;

    @Embedded
    @AttributeOverride(name = "weightKilograms", column = @Column(name = "remaining_weight_kilograms"))
    @AttributeOverride(name = "volumeCubicMeters", column = @Column(name = "remaining_volume_cubic_meters"))
    @AttributeOverride(name = "loadingMeters", column = @Column(name = "remaining_loading_meters"))
    @AttributeOverride(name = "pieces", column = @Column(name = "remaining_pieces"))
    @AttributeOverride(name = "seats", column = @Column(name = "remaining_seats"))
    private Capacity remaining;

    TripSegment() {}

    TripSegment(Trip trip, int sequence, Capacity capacity) {
        this.id = Uuid7.next();
        this.trip = trip;
        this.sequence = sequence;
        this.remaining = capacity;
    }

    UUID tripId() {
        return trip.id();
    }

    int sequence() {
        return sequence;
    }

    Capacity remaining() {
        return remaining;
    }

    void take(Capacity taken) {
        remaining = remaining.minus(taken);
    }

    void giveBack(Capacity taken) {
        remaining = remaining.plus(taken);
    }

    TripView.SegmentView view() {
        return new TripView.SegmentView(sequence, remaining);
    }
}
