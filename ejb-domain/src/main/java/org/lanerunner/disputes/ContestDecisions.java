package org.lanerunner.disputes;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.lanerunner.bookings.BookingView;
import org.lanerunner.bookings.ContestedBookings;
import org.lanerunner.documents.DocumentContent;
import org.lanerunner.documents.Documents;
import org.lanerunner.events.Audit;
import org.lanerunner.events.AuditTrail;
import org.lanerunner.events.EventView;
import org.lanerunner.events.Events;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.IfMatch;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Text;

/**
 * The administrators' queue: they look at what both sides say and show, and decide who gets the money, with a reason that both sides read. An administrator who
 * decides has just proven who they are. They belong to no side of the deal, and have not since it was made.
 */
@Stateless
public class ContestDecisions {

    static final int REASON_LENGTH = 1000;

    private static final String VIEWED = "contest.viewed";

    /** Reading more of a case within this time after it was opened makes no row of its own in the audit. */
    private static final Duration OPENING = Duration.ofHours(1);

    @Inject
    private ContestRepository contests;

    @Inject
    private ContestedBookings bookings;

    @Inject
    private ContestViews views;

    @Inject
    private Documents documents;

    @Inject
    private Events events;

    @Inject
    private Audit audit;

    @Inject
    private AuditTrail trail;

    @Inject
    private Clock clock;

    /**
     * The contests that wait for a decision, the longest waiting first; or those that are over, the oldest first. What the sides say and show can be read only
     * where the case is opened, which leaves a trace in the audit.
     */
    public Page<ContestView> list(Caller caller, boolean over, PageRequest page) {
        caller.require(DisputePermissions.PLATFORM_CONTESTS);
        return views.page(caller, over ? contests.over(page) : contests.awaitingDecision(page), page)
                .map(ContestView::unopened);
    }

    /** The number of contests that wait for a decision, counted up to a thousand. */
    public long countWaiting(Caller caller) {
        caller.require(DisputePermissions.PLATFORM_CONTESTS);
        return contests.countAwaitingDecision();
    }

    /** The case, with the booking and its proof as the two parties see it. The audit notes that somebody looked, once for all that is then read of the case. */
    public ContestCase view(Caller caller, UUID id) {
        caller.require(DisputePermissions.PLATFORM_CONTESTS);
        Contest contest = found(id);
        audit.record(caller, VIEWED, id);
        BookingView booking = bookings.view(contest.bookingId());
        return new ContestCase(
                views.of(caller, contest), booking, views.file(booking.proof().documentId()));
    }

    /** The events of the booking, as its buyer may read them. The audit notes the reading, unless this administrator opened the case within the last hour. */
    public Page<EventView> timeline(Caller caller, UUID id, PageRequest page) {
        caller.require(DisputePermissions.PLATFORM_CONTESTS);
        Contest contest = found(id);
        opened(caller, id);
        return bookings.timeline(contest.bookingId(), page);
    }

    /** A document that a side shows, or the proof of the delivery. The audit notes the reading as it does for the timeline. */
    public DocumentContent document(Caller caller, UUID id, UUID documentId) {
        caller.require(DisputePermissions.PLATFORM_CONTESTS);
        Contest contest = found(id);
        boolean shown = Stream.of(Evidence.Side.values())
                .anyMatch(side -> contest.documents(side).contains(documentId));
        if (!shown && !bookings.isProof(contest.bookingId(), documentId)) {
            throw Refusal.notFound("documents");
        }
        opened(caller, id);
        return documents.evidence(documentId);
    }

    private void opened(Caller caller, UUID id) {
        if (!trail.hasDone(caller, VIEWED, id, clock.instant().minus(OPENING))) {
            audit.record(caller, VIEWED, id);
        }
    }

    /** Decides that the money goes to the seller, less the fee. 403 contests/own-case, 409 contests/awaits-answer, contests/over. */
    public ContestView release(Caller caller, UUID id, String reason, IfMatch ifMatch) {
        caller.require(DisputePermissions.PLATFORM_CONTESTS);
        Contest contest = toDecide(caller, id, ifMatch);
        events.publish(caller, contest.release(caller, why(reason), clock.instant()));
        bookings.release(caller, contest.bookingId());
        return views.of(caller, contest);
    }

    /** Decides that the whole price goes back to the buyer. 403 contests/own-case, 409 contests/awaits-answer, contests/over. */
    public ContestView refund(Caller caller, UUID id, String reason, IfMatch ifMatch) {
        caller.require(DisputePermissions.PLATFORM_CONTESTS);
        Contest contest = toDecide(caller, id, ifMatch);
        events.publish(caller, contest.refund(caller, why(reason), clock.instant()));
        bookings.refund(caller, contest.bookingId());
        return views.of(caller, contest);
    }

    private Contest toDecide(Caller caller, UUID id, IfMatch ifMatch) {
        caller.requireProof();
        bookings.lock(contests.bookingOf(id).orElseThrow(ContestDecisions::notFound));
        Contest contest = contests.forUpdate(id).orElseThrow(ContestDecisions::notFound);
        if (views.concerns(caller, contest)) {
            throw new Refusal(
                    Refusal.Kind.FORBIDDEN,
                    "contests/own-case",
                    "You are a member of one of the organisations that dealt with these goods, or were one since they were booked. Another administrator decides this.");
        }
        ifMatch.require(contest.version());
        return contest;
    }

    private static String why(String reason) {
        return Text.required(reason, REASON_LENGTH, "/reason");
    }

    private Contest found(UUID id) {
        return contests.find(id).orElseThrow(ContestDecisions::notFound);
    }

    private static Refusal notFound() {
        return Refusal.notFound("contests");
    }
}
