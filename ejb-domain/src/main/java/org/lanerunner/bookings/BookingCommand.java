package org.lanerunner.bookings;

import static org.lanerunner.bookings.BookingStatus.AT_DELIVERY;
import static org.lanerunner.bookings.BookingStatus.AT_PICKUP;
import static org.lanerunner.bookings.BookingStatus.CANCELLED;
import static org.lanerunner.bookings.BookingStatus.CONFIRMED;
import static org.lanerunner.bookings.BookingStatus.CONTESTED;
import static org.lanerunner.bookings.BookingStatus.DELIVERED;
import static org.lanerunner.bookings.BookingStatus.DISPATCHED;
import static org.lanerunner.bookings.BookingStatus.IN_TRANSIT;
import static org.lanerunner.bookings.BookingStatus.REFUNDED;
import static org.lanerunner.bookings.BookingStatus.SETTLED;

import java.util.Set;
import org.lanerunner.shared.Command;

/**
 * What can be done with a booking in which state. The last stop may be left after the delivery, and what was told can be corrected until the money has moved.
 * What the stops allow beside that, the booking itself says.
 */
enum BookingCommand implements Command<BookingStatus> {
    ASSIGN("bookings/over", CONFIRMED, DISPATCHED, AT_PICKUP, IN_TRANSIT, AT_DELIVERY),
    DISPATCH("bookings/not-confirmed", CONFIRMED),
    ARRIVE("bookings/not-dispatched", DISPATCHED, AT_PICKUP, IN_TRANSIT, AT_DELIVERY),
    DEPART("bookings/not-arrived", AT_PICKUP, AT_DELIVERY, DELIVERED, CONTESTED, SETTLED, REFUNDED),
    CORRECT("bookings/not-correctable", AT_PICKUP, IN_TRANSIT, AT_DELIVERY, DELIVERED, CONTESTED),
    UNDO_DISPATCH("bookings/not-the-latest", DISPATCHED),
    UNDO("bookings/not-the-latest", AT_PICKUP, IN_TRANSIT, AT_DELIVERY),
    DELIVER("bookings/not-arrived", AT_DELIVERY),
    PINPOINT("bookings/over", CONFIRMED, DISPATCHED, AT_PICKUP, IN_TRANSIT, AT_DELIVERY),
    PASS_ON(
            "bookings/not-confirmed",
            CONFIRMED,
            DISPATCHED,
            AT_PICKUP,
            IN_TRANSIT,
            AT_DELIVERY,
            DELIVERED,
            CONTESTED,
            SETTLED,
            REFUNDED),
    ACCEPT_PROOF("bookings/not-delivered", DELIVERED),
    CONTEST("bookings/not-delivered", DELIVERED),
    SETTLE("bookings/not-delivered", DELIVERED, CONTESTED),
    AWAIT_RELEASE("bookings/not-contested", CONTESTED),
    REFUND("bookings/not-contested", CONTESTED),
    CANCEL("bookings/loaded", CONFIRMED, DISPATCHED, AT_PICKUP);

    private final String slug;
    private final Set<BookingStatus> from;

    BookingCommand(String slug, BookingStatus... from) {
        this.slug = slug;
        this.from = Set.of(from);
    }

    @Override
    public Set<BookingStatus> from() {
        return from;
    }

    @Override
    public String toWhat() {
        return "a booking";
    }

    /**
     * An undo that comes after something else was told, such as a delivery, is refused because it is not about the latest fact. A vehicle that is not on its
     * way is refused for just that, rather than because it has not arrived; and a booking that has come to its end for that, rather than because something is
     * loaded. An acceptance or a contest of what is contested already, or paid out, is refused for that.
     */
    @Override
    public String slug(BookingStatus state) {
        if (this == CANCEL && (state == CANCELLED || state.paidOut())) {
            return "bookings/over";
        }
        if ((this == ACCEPT_PROOF || this == CONTEST) && state == CONTESTED) {
            return "bookings/contested";
        }
        if (this == UNDO || this == UNDO_DISPATCH) {
            return state == CONFIRMED ? "bookings/not-dispatched" : state == CANCELLED ? "bookings/over" : slug;
        }
        return slug.equals("bookings/not-arrived") && !state.onTheRoad() ? "bookings/not-dispatched" : slug;
    }
}
