package org.lanerunner.bookings;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.lanerunner.events.EventData;
import org.lanerunner.events.EventLog;
import org.lanerunner.events.EventView;
import org.lanerunner.events.Events;
import org.lanerunner.identity.Organisations;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.IfMatch;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.Refusal;

/**
 * For disputes: holds the money of a contested booking and lets it go. Each method locks the load and the booking first, so that a contest, an acceptance and
 * the release by time come one after another. Disputes have already asked who may do it.
 */
@Stateless
public class ContestedBookings {

    /** The data in events of a contest that only the two sides are told. */
    public static final Set<String> BETWEEN_THE_SIDES = Set.of("ground", "contestId", "price", "fee", "sellerReceives");

    @Inject
    private BookingRepository bookings;

    @Inject
    private BookingAccess access;

    @Inject
    private BookingViews views;

    @Inject
    private Settlement settlement;

    @Inject
    private Organisations organisations;

    @Inject
    private Events events;

    @Inject
    private EventLog log;

    @Inject
    private Clock clock;

    /**
     * The buyer says that the delivery is not as agreed: no time releases the money any more.
     *
     * @param facts what the event of the contest tells besides
     */
    public Agreement contest(Caller caller, UUID id, IfMatch ifMatch, EventData facts) {
        Booking booking = access.locked(caller, BookingPermissions.CONTEST, id);
        if (!booking.buyerOrganisationId().equals(caller.organisationId())) {
            throw Refusal.forbidden("Only the buyer contests a delivery.");
        }
        ifMatch.require(booking.version());
        events.publish(caller, booking.contest(clock.instant()).with(facts));
        bookings.flush();
        return booking.agreement();
    }

    /** Takes the booking's lock for somebody who is about to end its contest, before the contest's own lock. */
    public void lock(UUID id) {
        access.locked(id);
    }

    /** Pays the seller, less the fee: at once, or once the seller is reopened if it is suspended. */
    public void release(Caller caller, UUID id) {
        Booking booking = access.locked(id);
        if (organisations.isSuspended(booking.sellerOrganisationId())) {
            booking.awaitRelease(clock.instant());
            bookings.flush();
        } else {
            settlement.settle(caller, booking);
        }
    }

    /** Pays the whole price back to the buyer. */
    public void refund(Caller caller, UUID id) {
        settlement.refund(caller, access.locked(id));
    }

    /** The booking as its buyer sees it, for the administrator who decides. */
    public BookingView view(UUID id) {
        Booking booking = found(id);
        return views.of(asBuyer(booking), booking);
    }

    /** The times when the money of these bookings went to their sellers. Bookings are left out whose money has not gone, or waits for a suspended seller. */
    public Map<UUID, Instant> settledAt(Collection<UUID> ids) {
        return bookings.settledAt(ids);
    }

    /** For each of these bookings, the organisations that have to do with the goods. */
    public Map<UUID, PartiesAround> partiesAround(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : bookings.partiesAround(ids);
    }

    /** Whether this document is the proof of its delivery. */
    public boolean isProof(UUID id, UUID documentId) {
        return documentId.equals(found(id).proof().documentId());
    }

    /** The events of the booking, as its buyer may read them. */
    public Page<EventView> timeline(UUID id, PageRequest page) {
        Booking booking = found(id);
        return log.timelineOf(asBuyer(booking), List.of(booking.id(), booking.offerId()), booking.loadId(), page);
    }

    private Booking found(UUID id) {
        return bookings.find(id).orElseThrow(() -> Refusal.notFound("bookings"));
    }

    private static Caller asBuyer(Booking booking) {
        return Caller.system(booking.buyerOrganisationId());
    }
}
