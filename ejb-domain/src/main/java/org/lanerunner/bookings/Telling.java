package org.lanerunner.bookings;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.lanerunner.shared.Personal;
import org.lanerunner.shared.Uuid7;

/** One telling of an arrival or departure, with its source and evidence. It is never changed: a correction is another telling, and so is an undo. */
@Entity
@Table(schema = "bookings", name = "telling")
class Telling {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "booking_id", updatable = false)
    private Booking booking;

    @Column(name = "stop_sequence", updatable = false)
    private int stop;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private RoadFactKind kind;

    @Column(updatable = false)
    private Instant at;

    @Column(name = "received_at", updatable = false)
    private Instant receivedAt;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private RoadFactSource source;

    @Column(name = "already_there", updatable = false)
    private boolean alreadyThere;

    @Personal
    @Column(updatable = false)
    private String reason;

    @Column(name = "person_id", updatable = false)
    private UUID personId;

    /** True if this telling takes back what was told before. */
    @Column(updatable = false)
    private boolean withdrawn;

    Telling() {}

    Telling(Booking booking, int stop, RoadFactKind kind, RoadFact fact) {
        this.id = Uuid7.next();
        this.booking = booking;
        this.stop = stop;
        this.kind = kind;
        this.at = fact.at();
        this.receivedAt = fact.receivedAt();
        this.source = fact.source();
        this.alreadyThere = fact.alreadyThere();
        this.reason = fact.reason();
        this.personId = fact.personId();
    }

    /** The telling by which a fact is taken back and no longer in force; @param personId the person who says so, or null */
    static Telling takingBack(Booking booking, TakenBack taken, UUID personId, Instant now) {
        RoadFact fact = new RoadFact(taken.at(), now, taken.source(), false, null, personId);
        Telling telling = new Telling(booking, taken.stop(), taken.kind(), fact);
        telling.withdrawn = true;
        return telling;
    }

    TellingView view() {
        return new TellingView(id, stop, kind, at, receivedAt, source, alreadyThere, reason, withdrawn);
    }
}
