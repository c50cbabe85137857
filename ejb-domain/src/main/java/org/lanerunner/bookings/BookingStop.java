package org.lanerunner.bookings;

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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.UUID;
import org.lanerunner.events.EventData;
import org.lanerunner.loads.FenceSettings;
import org.lanerunner.loads.PlannedStop;
import org.lanerunner.loads.StopKind;
import org.lanerunner.loads.StopPrecision;
import org.lanerunner.loads.StopView;
import org.lanerunner.places.Site;
import org.lanerunner.shared.Personal;
import org.lanerunner.shared.SiteTime;
import org.lanerunner.shared.Uuid7;

/** A stop as agreed, with what happened there. Each fact has its time, the time of its receipt and its source. */
@Entity
@Table(schema = "bookings", name = "stop")
class BookingStop {

    /** A fact that is received later than this after it happened is shown as added later. */
    private static final Duration PROMPT = Duration.ofMinutes(2);

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "booking_id")
    private Booking booking;

    private int sequence;

    @Enumerated(EnumType.STRING)
    private StopKind kind;

    @Personal(of = "booking")
    @Embedded
    private Site site;

    @Personal(of = "booking")
    private String address;

    @Personal(of = "booking")
    @Column(name = "contact_name")
    private String contactName;

    @Personal(of = "booking")
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

    /** The time when its point was last set after the agreement; null if it never was. */
    @Column(name = "pinpointed_at")
    private Instant pinpointedAt;

    /** How often its point was set after the agreement. */
    private int pinpoints;

    @Column(name = "arrived_at")
    private Instant arrivedAt;

    @Column(name = "arrived_received_at")
    private Instant arrivedReceivedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "arrival_source")
    private RoadFactSource arrivalSource;

    @Column(name = "arrived_already_there")
    private boolean arrivedAlreadyThere;

    @Personal(of = "booking")
    @Column(name = "arrival_reason")
    private String arrivalReason;

    /** True if another arrival was known before, so this one is a correction. */
    @Column(name = "arrival_corrected")
    private boolean arrivalCorrected;

    @Column(name = "departed_at")
    private Instant departedAt;

    @Column(name = "departed_received_at")
    private Instant departedReceivedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "departure_source")
    private RoadFactSource departureSource;

    @Personal(of = "booking")
    @Column(name = "departure_reason")
    private String departureReason;

    @Column(name = "departure_corrected")
    private boolean departureCorrected;

    BookingStop() {}

    BookingStop(Booking booking, int sequence, PlannedStop planned) {
        this.id = Uuid7.next();
        this.booking = booking;
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

    /** Sets where the stop really is. What is known of it already stays known. */
    void pinpoint(Site point, FenceSettings around, Instant now) {
        site = point;
        fence = around;
        fenced = true;
        pinpointedAt = now;
        pinpoints++;
    }

    /** Puts this fact in force from now on. */
    Telling tell(RoadFactKind kind, RoadFact fact) {
        switch (kind) {
            case ARRIVAL -> {
                arrivalCorrected = arrived();
                arrivedAt = fact.at();
                arrivedReceivedAt = fact.receivedAt();
                arrivalSource = fact.source();
                arrivedAlreadyThere = fact.alreadyThere();
                arrivalReason = fact.reason();
            }
            case DEPARTURE -> {
                departureCorrected = departed();
                departedAt = fact.at();
                departedReceivedAt = fact.receivedAt();
                departureSource = fact.source();
                departureReason = fact.reason();
            }
        }
        return new Telling(booking, sequence, kind, fact);
    }

    /** From now on nothing is known of this fact; @param personId the person who says so, or null */
    Telling takeBack(TakenBack taken, UUID personId, Instant now) {
        switch (taken.kind()) {
            case ARRIVAL -> {
                arrivedAt = null;
                arrivedReceivedAt = null;
                arrivalSource = null;
                arrivedAlreadyThere = false;
                arrivalReason = null;
                arrivalCorrected = false;
            }
            case DEPARTURE -> {
                departedAt = null;
                departedReceivedAt = null;
                departureSource = null;
                departureReason = null;
                departureCorrected = false;
            }
        }
        return Telling.takingBack(booking, taken, personId, now);
    }

    /** True if a person told the fact in force, and it has not been corrected since. So its teller may undo it. */
    boolean toldOnce(RoadFactKind kind) {
        return source(kind) == RoadFactSource.PERSON && !corrected(kind);
    }

    boolean corrected(RoadFactKind kind) {
        return kind == RoadFactKind.ARRIVAL ? arrivalCorrected : departureCorrected;
    }

    Instant receivedAt(RoadFactKind kind) {
        return kind == RoadFactKind.ARRIVAL ? arrivedReceivedAt : departedReceivedAt;
    }

    boolean knows(RoadFactKind kind) {
        return at(kind) != null;
    }

    /** The time of the fact in force; null while none is known. */
    Instant at(RoadFactKind kind) {
        return kind == RoadFactKind.ARRIVAL ? arrivedAt : departedAt;
    }

    boolean saysTheSame(RoadFactKind kind, BookingStop other) {
        return Objects.equals(at(kind), other.at(kind)) && source(kind) == other.source(kind);
    }

    /** The fact in force. */
    RoadFact fact(RoadFactKind kind) {
        return kind == RoadFactKind.ARRIVAL
                ? new RoadFact(arrivedAt, arrivedReceivedAt, arrivalSource, arrivedAlreadyThere, arrivalReason, null)
                : new RoadFact(departedAt, departedReceivedAt, departureSource, false, departureReason, null);
    }

    RoadFactSource source(RoadFactKind kind) {
        return kind == RoadFactKind.ARRIVAL ? arrivalSource : departureSource;
    }

    boolean arrived() {
        return arrivedAt != null;
    }

    boolean departed() {
        return departedAt != null;
    }

    int sequence() {
        return sequence;
    }

    StopKind kind() {
        return kind;
    }

    Instant arrivedAt() {
        return arrivedAt;
    }

    Instant departedAt() {
        return departedAt;
    }

    Instant windowStart() {
        return windowStart;
    }

    Instant windowEnd() {
        return windowEnd;
    }

    Site site() {
        return site;
    }

    FenceSettings fence() {
        return fence;
    }

    StopPrecision precision() {
        return site.exact() ? StopPrecision.POINT : StopPrecision.CITY;
    }

    int pinpoints() {
        return pinpoints;
    }

    String region() {
        return site.laneRegion();
    }

    /** The stop in the words of events. */
    EventData facts() {
        return EventData.none()
                .with("stop", sequence)
                .with("kind", kind)
                .with("placeId", site.id())
                .with("region", site.laneRegion())
                .with("windowStart", windowStart)
                .with("windowEnd", windowEnd);
    }

    /** The stop in the words that features behind the booking's ports know. */
    Agreement.Stop agreed() {
        return new Agreement.Stop(sequence, kind, site.id(), windowStart, windowEnd, arrivedAt, departedAt);
    }

    /** @param exactly false: only what the market knew of the stop, with what happened there; @param pinpoint whether the reader may say where the stop is */
    BookingStopView view(boolean exactly, boolean pinpoint) {
        return new BookingStopView(
                planned(exactly),
                new BookingStopView.Arrival(
                        arrivedAt,
                        Punctuality.of(arrivedAt, windowStart, windowEnd),
                        arrivedReceivedAt,
                        arrivalSource,
                        arrivedAlreadyThere,
                        arrivalReason),
                new BookingStopView.Departure(departedAt, departedReceivedAt, departureSource, departureReason),
                late(arrivedAt, arrivedReceivedAt) || late(departedAt, departedReceivedAt),
                pinpoint);
    }

    private StopView planned(boolean exactly) {
        PlannedStop planned = new PlannedStop(
                kind,
                site,
                address,
                contactName,
                contactPhone,
                new SiteTime(windowStartLocal, site.zone(), windowStart),
                new SiteTime(windowEndLocal, site.zone(), windowEnd),
                fence,
                fenced);
        return exactly ? StopView.toParty(sequence, planned) : StopView.onTheMarket(sequence, planned);
    }

    private static boolean late(Instant at, Instant receivedAt) {
        return at != null && Duration.between(at, receivedAt).compareTo(PROMPT) > 0;
    }
}
