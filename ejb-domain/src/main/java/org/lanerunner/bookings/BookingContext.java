package org.lanerunner.bookings;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lanerunner.deals.DealPermissions;
import org.lanerunner.identity.OrganisationLabel;
import org.lanerunner.loads.LoadPermissions;
import org.lanerunner.shared.Caller;
import org.lanerunner.trips.TripLabel;

/**
 * Shows the bookings of a page to the caller, with what other features know of them: names of organisations and trips, fetched once for all. A broker is also
 * shown which booking carries an own one.
 */
record BookingContext(
        Caller caller,
        Optional<UUID> driver,
        Map<UUID, OrganisationLabel> organisations,
        Map<UUID, TripLabel> trips,
        Map<UUID, UUID> carrying,
        Instant now,
        Duration undoWithin) {

    /** The permissions by which drivers act on the bookings of their own trips. */
    static final List<String> OF_DRIVERS = List.of(BookingPermissions.DISPATCH, BookingPermissions.DRIVE);

    private static final BookingView.Crew NOT_SHOWN = new BookingView.Crew(null, null);

    BookingView view(Booking booking) {
        UUID reader = caller.organisationId();
        boolean whereExactly = booking.knows(reader, booking.buyerOrganisationId());
        return new BookingView(
                booking.id(),
                booking.reference(),
                subject(booking),
                new BookingView.Parties(party(booking.buyerOrganisationId()), party(booking.sellerOrganisationId())),
                booking.status(),
                amounts(booking.money()),
                booking.road().stops().stream()
                        .map(stop -> stop.view(whereExactly, mayPinpoint(booking, stop)))
                        .toList(),
                booking.knows(reader, booking.sellerOrganisationId()) ? crew(booking) : NOT_SHOWN,
                booking.proof(),
                times(booking, booking.road()),
                booking.cancelReason(),
                actions(booking),
                undo(booking),
                booking.version());
    }

    private BookingView.Subject subject(Booking booking) {
        return new BookingView.Subject(
                booking.loadId(),
                booking.loadReference(),
                booking.legId(),
                booking.offerId(),
                booking.tripId(),
                booking.hasTrip() ? trip(booking).reference() : null,
                booking.upstreamBookingId() != null,
                booking.buyerOrganisationId().equals(caller.organisationId()) ? booking.upstreamBookingId() : null,
                carrying.get(booking.id()));
    }

    private static BookingView.Amounts amounts(AgreedMoney money) {
        return new BookingView.Amounts(money.price(), money.fee(), money.sellerReceives(), money.test());
    }

    private BookingView.Crew crew(Booking booking) {
        return booking.hasTrip()
                ? new BookingView.Crew(trip(booking).driver(), trip(booking).vehicle())
                : NOT_SHOWN;
    }

    private static BookingView.Times times(Booking booking, Road road) {
        return new BookingView.Times(
                booking.releaseDueAt(),
                road.agreedAt(),
                road.dispatchedAt(),
                road.dispatchedReceivedAt(),
                road.deliveredAt(),
                booking.contestedAt(),
                booking.settledAt(),
                booking.refundedAt(),
                booking.cancelledAt());
    }

    private BookingView.Party party(UUID organisationId) {
        OrganisationLabel label = organisations.get(organisationId);
        return label == null
                ? new BookingView.Party(organisationId, "", false)
                : new BookingView.Party(organisationId, label.name(), label.suspended());
    }

    private TripLabel trip(Booking booking) {
        return trips.get(booking.tripId());
    }

    private boolean may(String permission, Booking booking) {
        return caller.may(permission)
                && (caller.reachesAll(permission)
                        || driver.filter(booking::isDrivenBy).isPresent());
    }

    private boolean mayPinpoint(Booking booking, BookingStop stop) {
        return booking.mayPinpoint(stop)
                && (booking.buyerOrganisationId().equals(caller.organisationId())
                        ? caller.may(LoadPermissions.POST)
                        : booking.hasTrip() && may(BookingPermissions.DRIVE, booking));
    }

    private boolean mayBeGivenOn(Booking brokers) {
        return brokers.beforeLoading() && !brokers.road().overAt(now) && !carrying.containsKey(brokers.id());
    }

    private BookingView.Undo undo(Booking booking) {
        boolean drives = booking.sellerOrganisationId().equals(caller.organisationId()) && booking.hasTrip();
        return booking.latestToldOnce()
                .filter(fresh ->
                        drives && fresh.at(now, undoWithin) && may(fresh.what().permission(), booking))
                .map(fresh -> fresh.view(now, undoWithin))
                .orElse(null);
    }

    /** The verbs that this caller may use on the booking as it stands. */
    private List<String> actions(Booking booking) {
        boolean seller = booking.sellerOrganisationId().equals(caller.organisationId());
        boolean buyer = booking.buyerOrganisationId().equals(caller.organisationId());
        BookingStatus status = booking.status();
        List<String> actions = new ArrayList<>();
        boolean drives = seller && booking.hasTrip();
        if (seller && !drives && mayBeGivenOn(booking) && caller.may(DealPermissions.CARRIAGE_BROKER)) {
            actions.add("cover");
        }
        if (drives && BookingCommand.DISPATCH.leaves(status) && may(BookingPermissions.DISPATCH, booking)) {
            actions.add(trip(booking).driver() == null ? "assign" : "dispatch");
        }
        if (drives && status.onTheRoad() && may(BookingPermissions.DRIVE, booking)) {
            booking.road().nextToDepart().ifPresent(stop -> actions.add("depart"));
            booking.road().nextToArrive().ifPresentOrElse(stop -> actions.add("arrive"), () -> actions.add("deliver"));
        }
        if (drives && BookingCommand.CORRECT.leaves(status) && may(BookingPermissions.DRIVE, booking)) {
            actions.add("correct");
        }
        boolean accepted =
                booking.releaseDue(now) && party(booking.sellerOrganisationId()).suspended();
        if (buyer
                && BookingCommand.ACCEPT_PROOF.leaves(status)
                && !accepted
                && caller.may(BookingPermissions.ACCEPT_PROOF)) {
            actions.add("accept-proof");
        }
        if (buyer
                && BookingCommand.CONTEST.leaves(status)
                && !booking.releaseDue(now)
                && caller.may(BookingPermissions.CONTEST)) {
            actions.add("contest");
        }
        if ((buyer || seller) && booking.beforeLoading() && caller.may(BookingPermissions.CANCEL)) {
            actions.add("cancel");
        }
        return actions;
    }
}
