package org.lanerunner.trips;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.lanerunner.events.EventData;
import org.lanerunner.places.Site;
import org.lanerunner.shared.Personal;
import org.lanerunner.shared.SiteTime;
import org.lanerunner.shared.Uuid7;

/** A stop of a trip, and the time at which the trip is planned to be there. */
@Entity
@Table(schema = "trips", name = "stop")
class TripStop {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "trip_id")
    private Trip trip;

    private int sequence;

    @Personal(of = "trip")
    @Embedded
    private Site site;

    @Column(name = "planned_local")
    private LocalDateTime plannedLocal;

    @Column(name = "planned_at")
    private Instant plannedAt;

    TripStop() {}

    TripStop(Trip trip, int sequence, Site site, SiteTime planned) {
        this.id = Uuid7.next();
        this.trip = trip;
        this.sequence = sequence;
        this.site = site;
        this.plannedLocal = planned.local();
        this.plannedAt = planned.instant();
    }

    double metersFrom(Site other) {
        return site.distanceMetersTo(other);
    }

    int sequence() {
        return sequence;
    }

    /** The stop in the words of events. */
    EventData facts() {
        return EventData.none()
                .with("stop", sequence)
                .with("placeId", site.id())
                .with("region", site.laneRegion())
                .with("at", plannedAt);
    }

    TripStopView view(boolean own) {
        return new TripStopView(sequence, own ? site : site.onTheMarket(), plannedLocal, plannedAt);
    }
}
