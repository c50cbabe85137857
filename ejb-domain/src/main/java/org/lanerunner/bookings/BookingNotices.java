package org.lanerunner.bookings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.lanerunner.events.ReceivedEvent;
import org.lanerunner.fleet.DriverView;
import org.lanerunner.fleet.Fleet;
import org.lanerunner.identity.Organisations;
import org.lanerunner.ledger.LedgerPermissions;
import org.lanerunner.notifications.Notice;
import org.lanerunner.notifications.NoticeKind;
import org.lanerunner.notifications.NoticeKind.Audience;
import org.lanerunner.notifications.NoticeKind.Weight;
import org.lanerunner.notifications.NoticeSource;
import org.lanerunner.notifications.NoticeSubject;
import org.lanerunner.shared.Money;

/** Notices to the parties of a booking about what the other party does, and to its driver about what changes for them. */
@ApplicationScoped
class BookingNotices implements NoticeSource {

    private static final NoticeKind MADE =
            kind("booking-made", "booking.confirmed", Audience.OTHER_SIDE, BookingPermissions.VIEW, Weight.REQUEST);
    private static final NoticeKind MADE_ON_TRIP =
            kind("trip-booking-made", "booking.confirmed", Audience.DRIVER, BookingPermissions.VIEW, Weight.REQUEST);
    private static final NoticeKind CANCELLED = kind(
            "booking-cancelled", "booking.cancelled", Audience.OTHER_SIDE, BookingPermissions.VIEW, Weight.CONCERN);
    private static final NoticeKind CANCELLED_ON_TRIP = kind(
            "trip-booking-cancelled", "booking.cancelled", Audience.DRIVER, BookingPermissions.VIEW, Weight.CONCERN);
    private static final NoticeKind DISPATCHED = kind(
            "booking-dispatched", "booking.dispatched", Audience.OTHER_SIDE, BookingPermissions.VIEW, Weight.PROGRESS);
    private static final NoticeKind DISPATCH_WITHDRAWN = kind(
            "booking-dispatch-withdrawn",
            "booking.dispatch-withdrawn",
            Audience.OTHER_SIDE,
            BookingPermissions.VIEW,
            Weight.PROGRESS);
    private static final NoticeKind REASSIGNED = kind(
            "booking-reassigned", "booking.reassigned", Audience.OTHER_SIDE, BookingPermissions.VIEW, Weight.CONCERN);
    private static final NoticeKind DELIVERED = kind(
            "booking-delivered",
            "booking.delivered",
            Audience.OTHER_SIDE,
            BookingPermissions.ACCEPT_PROOF,
            Weight.REQUEST);
    private static final NoticeKind SETTLED = kind(
            "booking-settled", "booking.settled", Audience.OTHER_SIDE, LedgerPermissions.WALLET_VIEW, Weight.PROGRESS);
    private static final NoticeKind RELEASED =
            kind("booking-released", "booking.settled", Audience.OWN_SIDE, BookingPermissions.VIEW, Weight.ESSENTIAL);

    @Inject
    private BookingRepository bookings;

    @Inject
    private Organisations organisations;

    @Inject
    private Fleet fleet;

    BookingNotices() {}

    private static NoticeKind kind(String name, String event, Audience audience, String permission, Weight weight) {
        return new NoticeKind(BookingNotices.class, name, event, audience, permission, weight);
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(
                MADE,
                MADE_ON_TRIP,
                CANCELLED,
                CANCELLED_ON_TRIP,
                DISPATCHED,
                DISPATCH_WITHDRAWN,
                REASSIGNED,
                DELIVERED,
                SETTLED,
                RELEASED);
    }

    @Override
    public List<Notice> noticesOf(ReceivedEvent event) {
        return bookings.find(event.subject()).map(booking -> of(event, booking)).orElse(List.of());
    }

    private List<Notice> of(ReceivedEvent event, Booking booking) {
        return switch (event.type()) {
            case "booking.confirmed" ->
                Stream.concat(
                                toParties(MADE, booking, event)
                                        .map(notice -> notice.amount(
                                                "price", booking.money().price())),
                                toDriver(MADE_ON_TRIP, booking))
                        .toList();
            case "booking.cancelled" ->
                Stream.concat(
                                cancelled(booking, event),
                                toDriver(CANCELLED_ON_TRIP, booking)
                                        .map(notice -> notice.text("reason", booking.cancelReason())))
                        .toList();
            case "booking.dispatched" -> toParties(DISPATCHED, booking, event).toList();
            case "booking.dispatch-withdrawn" ->
                toParties(DISPATCH_WITHDRAWN, booking, event)
                        .map(notice -> notice.takingBack(DISPATCHED))
                        .toList();
            case "booking.reassigned" -> toParties(REASSIGNED, booking, event).toList();
            case "booking.delivered" ->
                toParties(DELIVERED, booking, event)
                        .map(notice -> notice.amount("price", booking.money().price())
                                .time("releaseDue", booking.releaseDueAt()))
                        .toList();
            case "booking.settled" -> settled(booking, event);
            default -> List.of();
        };
    }

    /** The buyer is told what came back, and the seller what it gets for its way to the pickup or, without that, what it misses. */
    private Stream<Notice> cancelled(Booking booking, ReceivedEvent event) {
        Money refunded = amount(event, "refunded");
        Money compensation = amount(event, "compensation");
        Money kept = compensation != null && compensation.positive() ? compensation : null;
        return toParties(CANCELLED, booking, event).map(notice -> {
            boolean buyer = notice.organisationId().equals(booking.buyerOrganisationId());
            Notice told = notice.text("reason", booking.cancelReason());
            return buyer
                    ? told.amount("refunded", refunded).amount("paid", kept)
                    : kept == null
                            ? told.amount("missed", booking.money().sellerReceives())
                            : told.amount("compensation", kept);
        });
    }

    /** Where no person of the buyer accepted the delivery, the buyer is told that the money went to the seller. */
    private List<Notice> settled(Booking booking, ReceivedEvent event) {
        Notice seller = about(SETTLED, booking, booking.sellerOrganisationId())
                .text("by", organisations.name(booking.buyerOrganisationId()))
                .amount("received", booking.money().sellerReceives());
        Notice buyer = about(RELEASED, booking, booking.buyerOrganisationId())
                .text("by", organisations.name(booking.sellerOrganisationId()))
                .amount("price", booking.money().price());
        return event.actor() == null ? List.of(seller, buyer) : List.of(seller);
    }

    private Stream<Notice> toParties(NoticeKind kind, Booking booking, ReceivedEvent event) {
        String by = event.organisation() == null ? null : organisations.name(event.organisation());
        return Stream.of(booking.buyerOrganisationId(), booking.sellerOrganisationId())
                .map(party -> about(kind, booking, party).text("by", by));
    }

    /** Tells the driver who is named for the booking, if that driver has an account. */
    private Stream<Notice> toDriver(NoticeKind kind, Booking booking) {
        UUID seller = booking.sellerOrganisationId();
        return Optional.ofNullable(booking.driverId())
                .flatMap(driver -> fleet.driverIn(seller, driver))
                .map(DriverView::personId)
                .map(person -> about(kind, booking, seller).only(person))
                .stream();
    }

    private static Notice about(NoticeKind kind, Booking booking, UUID organisation) {
        return Notice.of(kind, organisation, NoticeSubject.BOOKING, booking.id())
                .text("booking", booking.reference())
                .text("load", booking.loadReference())
                .text("origin", booking.road().first().site().inWords())
                .text("destination", booking.road().last().site().inWords());
    }

    /** Null for an event that was written before events told the amount. */
    private static Money amount(ReceivedEvent event, String name) {
        return event.data().hasNonNull(name)
                ? Money.of(
                        event.data().get(name).path("amount").asText(),
                        event.data().get(name).path("currency").asText())
                : null;
    }
}
