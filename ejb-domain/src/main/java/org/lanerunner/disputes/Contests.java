package org.lanerunner.disputes;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.lanerunner.bookings.Agreement;
import org.lanerunner.bookings.BookingPermissions;
import org.lanerunner.bookings.ContestedBookings;
import org.lanerunner.documents.Documents;
import org.lanerunner.events.Events;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.IfMatch;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Settings;
import org.lanerunner.shared.Uuid7;

/**
 * What the two parties of a booking do about a delivery that its buyer contests. Each use case that moves the money locks the load, then the booking and then
 * the contest. A driver, who sees the own trips only, sees no contest.
 */
@Stateless
public class Contests {

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
    private Settings settings;

    @Inject
    private Clock clock;

    /**
     * The buyer says what is wrong: the money stays in escrow, and the seller has a time to answer. 409 bookings/not-delivered, bookings/contested,
     * contests/too-many.
     */
    public ContestView contest(Caller caller, UUID bookingId, ContestRequest request, IfMatch ifMatch) {
        caller.require(BookingPermissions.CONTEST);
        Statement said = Statement.of(request.words(), request.documentIds());
        if (request.reason() == null) {
            throw Refusal.invalid("/reason", "Say what is wrong with the delivery.");
        }
        UUID id = Uuid7.next();
        Instant now = clock.instant();
        Duration toAnswer = settings.duration(DisputeSettings.CONTEST_ANSWER);
        contests.holdContestingOf(caller.organisationId());
        Agreement agreement =
                bookings.contest(caller, bookingId, ifMatch, Contest.facts(id, request.reason(), now.plus(toAnswer)));
        if (contests.openOf(caller.organisationId()) >= settings.number(DisputeSettings.CONTESTS_PER_ORGANISATION)) {
            throw Refusal.conflict(
                            "contests/too-many",
                            "Your organisation contests as much as it can at once. When one of those is over, this can be contested.")
                    .beyond(Limit.CONTESTS);
        }
        show(caller, agreement.bookingId(), said, agreement.buyerOrganisationId(), agreement.sellerOrganisationId());
        Contest contest = new Contest(id, caller, agreement, request.reason(), said, toAnswer, now);
        contests.add(contest);
        return views.of(caller, contest);
    }

    /** The seller gives its side of it. From now on the administrators decide. */
    public ContestView answer(Caller caller, UUID bookingId, ContestAnswer answer, IfMatch ifMatch) {
        caller.require(DisputePermissions.CONTESTS_ANSWER);
        Statement said = Statement.of(answer.words(), answer.documentIds());
        Contest contest = locked(caller, bookingId);
        requireSeller(caller, contest);
        ifMatch.require(contest.version());
        show(caller, bookingId, said, contest.buyerOrganisationId(), contest.sellerOrganisationId());
        events.publish(caller, contest.answer(caller, said, clock.instant()));
        return views.of(caller, contest);
    }

    /** The buyer accepts the delivery after all: the money goes to the seller at once, or once the seller is reopened if it is suspended. */
    public ContestView withdraw(Caller caller, UUID bookingId, IfMatch ifMatch) {
        caller.require(BookingPermissions.CONTEST);
        Contest contest = lockedWithBooking(caller, bookingId);
        if (!contest.boughtBy(caller.organisationId())) {
            throw Refusal.forbidden("Only the buyer takes its contest back.");
        }
        ifMatch.require(contest.version());
        events.publish(caller, contest.withdraw(caller, clock.instant()));
        bookings.release(caller, bookingId);
        return views.of(caller, contest);
    }

    /** The seller gives in: the money goes back to the buyer at once. */
    public ContestView concede(Caller caller, UUID bookingId, IfMatch ifMatch) {
        caller.require(DisputePermissions.CONTESTS_ANSWER);
        Contest contest = lockedWithBooking(caller, bookingId);
        requireSeller(caller, contest);
        ifMatch.require(contest.version());
        events.publish(caller, contest.concede(caller, clock.instant()));
        bookings.refund(caller, bookingId);
        return views.of(caller, contest);
    }

    /** A driver sees that a booking is contested, but not what the two sides say of it and its money. */
    public ContestView view(Caller caller, UUID bookingId) {
        caller.require(BookingPermissions.VIEW);
        if (!caller.reachesAll(BookingPermissions.VIEW)) {
            throw notFound();
        }
        return views.of(caller, contests.ofParty(caller, bookingId).orElseThrow(Contests::notFound));
    }

    /** The contests of the own organisation as buyer and as seller, newest first. */
    public Page<ContestView> list(Caller caller, boolean over, PageRequest page) {
        caller.require(BookingPermissions.VIEW);
        List<Contest> found =
                caller.reachesAll(BookingPermissions.VIEW) ? contests.ofOrganisation(caller, over, page) : List.of();
        return views.page(caller, found, page);
    }

    private Contest locked(Caller caller, UUID bookingId) {
        return contests.idOfParty(caller, bookingId)
                .flatMap(contests::forUpdate)
                .orElseThrow(Contests::notFound);
    }

    private Contest lockedWithBooking(Caller caller, UUID bookingId) {
        contests.idOfParty(caller, bookingId).orElseThrow(Contests::notFound);
        bookings.lock(bookingId);
        return locked(caller, bookingId);
    }

    private static void requireSeller(Caller caller, Contest contest) {
        if (!contest.soldBy(caller.organisationId())) {
            throw Refusal.forbidden("Only the carrier answers a contest.");
        }
    }

    private void show(Caller caller, UUID bookingId, Statement said, UUID buyer, UUID seller) {
        for (int i = 0; i < said.documentIds().size(); i++) {
            documents.show(caller, said.documentIds().get(i), bookingId, List.of(buyer, seller), "/documentIds/" + i);
        }
    }

    private static Refusal notFound() {
        return Refusal.notFound("contests");
    }
}
