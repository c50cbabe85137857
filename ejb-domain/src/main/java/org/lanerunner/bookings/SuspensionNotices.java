package org.lanerunner.bookings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.lanerunner.events.ReceivedEvent;
import org.lanerunner.identity.Organisations;
import org.lanerunner.notifications.Notice;
import org.lanerunner.notifications.NoticeKind;
import org.lanerunner.notifications.NoticeKind.Audience;
import org.lanerunner.notifications.NoticeKind.Weight;
import org.lanerunner.notifications.NoticeSource;
import org.lanerunner.notifications.NoticeSubject;

/**
 * Tells each organisation that has unsettled bookings with another when the platform suspends that one, and when it reopens it. Each is told once, about the
 * newest of these bookings.
 */
@ApplicationScoped
class SuspensionNotices implements NoticeSource {

    /** At most so many organisations are told, since all are told in one transaction. It is far more than anybody deals with at once. */
    private static final int MOST_TOLD = 10_000;

    private static final NoticeKind SUSPENDED = kind("booking-suspended", "organisation.suspended", Weight.CONCERN);
    private static final NoticeKind REOPENED = kind("booking-reopened", "organisation.reopened", Weight.PROGRESS);

    @Inject
    private BookingRepository bookings;

    @Inject
    private Organisations organisations;

    SuspensionNotices() {}

    private static NoticeKind kind(String name, String event, Weight weight) {
        return new NoticeKind(
                SuspensionNotices.class, name, event, Audience.OTHER_SIDE, BookingPermissions.VIEW, weight);
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(SUSPENDED, REOPENED);
    }

    @Override
    public List<Notice> noticesOf(ReceivedEvent event) {
        UUID organisation = event.subject();
        NoticeKind kind = event.type().equals(REOPENED.event()) ? REOPENED : SUSPENDED;
        String name = organisations.name(organisation);
        return bookings.newestUnsettledOf(organisation, MOST_TOLD).stream()
                .map(booking -> about(kind, booking, counterpart(booking, organisation), name))
                .toList();
    }

    private static UUID counterpart(Booking booking, UUID organisation) {
        return booking.buyerOrganisationId().equals(organisation)
                ? booking.sellerOrganisationId()
                : booking.buyerOrganisationId();
    }

    /** A buyer is told that the money for the suspended seller waits. A seller is told that its own money does not. */
    private static Notice about(NoticeKind kind, Booking booking, UUID told, String name) {
        boolean buys = booking.buyerOrganisationId().equals(told);
        return Notice.of(kind, told, NoticeSubject.BOOKING, booking.id())
                .text("by", name)
                .text("booking", booking.reference())
                .text("load", booking.loadReference())
                .text("seller", buys ? name : null)
                .text("buyer", buys ? null : name);
    }
}
