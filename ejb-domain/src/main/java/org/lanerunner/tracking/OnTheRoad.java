package org.lanerunner.tracking;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lanerunner.bookings.BookingOnTheRoad;
import org.lanerunner.bookings.BookingPermissions;
import org.lanerunner.bookings.Bookings;
import org.lanerunner.bookings.TrackedBooking;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Uuid7;

/**
 * All that is on the road at one time: the bookings between dispatch and delivery that the caller may follow, each with its vehicle's last position. Five
 * hundred bookings take as many queries as one.
 */
@Stateless
public class OnTheRoad {

    public static final int MAXIMUM_PAGE = 500;

    @Inject
    private Bookings bookings;

    @Inject
    private PositionRepository positions;

    @Inject
    private Clock clock;

    /**
     * The bookings, newest first.
     *
     * @param after the last one of the page before, or null
     * @param limit 1 to {@value #MAXIMUM_PAGE}
     */
    public Page<Whereabouts> list(Caller caller, String after, int limit) {
        caller.require(BookingPermissions.VIEW);
        caller.require(TrackingPermissions.VIEW);
        if (limit < 1 || limit > MAXIMUM_PAGE) {
            throw new Refusal(
                            Refusal.Kind.INVALID,
                            "request/invalid",
                            "limit is a number from 1 to " + MAXIMUM_PAGE + ".")
                    .beyond(Limit.PAGE);
        }
        Page<BookingOnTheRoad> shown = Page.of(
                bookings.onTheRoad(
                        caller,
                        BookingPermissions.VIEW,
                        TrackingPermissions.VIEW,
                        PageRequest.id(after, Uuid7.next()),
                        limit),
                limit,
                booking -> booking.tracked().bookingId());
        Map<UUID, Position> last = last(shown.items());
        return shown.map(
                booking -> Whereabouts.of(booking, last.get(booking.tracked().bookingId())));
    }

    private Map<UUID, Position> last(List<BookingOnTheRoad> shown) {
        Instant now = clock.instant();
        return positions.last(shown.stream()
                .map(BookingOnTheRoad::tracked)
                .filter(booking -> booking.shownFrom() != null)
                .map(booking -> shown(booking, now))
                .toList());
    }

    private static PositionRepository.Shown shown(TrackedBooking booking, Instant now) {
        return new PositionRepository.Shown(
                booking.bookingId(),
                booking.tripId(),
                booking.shownFrom(),
                booking.endedAt() == null ? now : booking.endedAt());
    }
}
