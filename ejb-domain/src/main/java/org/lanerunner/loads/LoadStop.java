package org.lanerunner.loads;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.lanerunner.places.Site;
import org.lanerunner.shared.Personal;
import org.lanerunner.shared.SiteTime;
import org.lanerunner.shared.Uuid7;

/** A stop of a load: the place, the window (local time of the site and the instants), the contact there, and how its fence confirms. */
@Entity
@Table(schema = "loads", name = "stop")
class LoadStop {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "load_id")
    private Load load;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "leg_id")
    private Leg leg;

    /** Its number among all the load's stops. */
    private int sequence;

    @Enumerated(EnumType.STRING)
    private StopKind kind;

    @Personal(of = "load")
    @Embedded
    private Site site;

    @Personal(of = "load")
    private String address;

    @Personal(of = "load")
    @Column(name = "contact_name")
    private String contactName;

    @Personal(of = "load")
    @Column(name = "contact_phone")
    private String contactPhone;

    @Column(name = "window_start_local")
    private LocalDateTime windowStartLocal;

    @Column(name = "window_end_local")
    private LocalDateTime windowEndLocal;

    @Column(name = "window_start")
    private Instant windowStart;

    @Column(name = "window_end")
    private Instant windowEnd;

    @Embedded
    private FenceSettings fence;

    /** True if a fence tells the arrivals at this stop. */
    private boolean fenced;

    LoadStop() {}

    LoadStop(Load load, Leg leg, int sequence, PlannedStop planned) {
        this.id = Uuid7.next();
        this.load = load;
        this.leg = leg;
        this.sequence = sequence;
        this.kind = planned.kind();
        this.site = planned.site();
        this.address = planned.address();
        this.contactName = planned.contactName();
        this.contactPhone = planned.contactPhone();
        this.windowStartLocal = planned.windowStart().local();
        this.windowEndLocal = planned.windowEnd().local();
        this.windowStart = planned.windowStart().instant();
        this.windowEnd = planned.windowEnd().instant();
        this.fence = planned.fence();
        this.fenced = planned.fenced();
    }

    PlannedStop planned() {
        return new PlannedStop(
                kind,
                site,
                address,
                contactName,
                contactPhone,
                new SiteTime(windowStartLocal, site.zone(), windowStart),
                new SiteTime(windowEndLocal, site.zone(), windowEnd),
                fence,
                fenced);
    }

    int sequence() {
        return sequence;
    }
}
