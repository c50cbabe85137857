package org.lanerunner.bookings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lanerunner.identity.Organisations;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.Settings;
import org.lanerunner.trips.Trips;

/** Shows bookings, with what other features know of them fetched once for all that are shown. */
@ApplicationScoped
class BookingViews {

    @Inject
    private BookingRepository bookings;

    @Inject
    private Organisations organisations;

    @Inject
    private Trips trips;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** Shows the booking as it is after what the present transaction changed. */
    BookingView of(Caller caller, Booking booking) {
        bookings.flush();
        return context(caller, List.of(booking)).view(booking);
    }

    /** @param found up to one more than the page holds */
    Page<BookingView> page(Caller caller, List<Booking> found, PageRequest page) {
        return Page.of(found, page.limit(), Booking::id).map(context(caller, found)::view);
    }

    /** The record under which the caller drives. It is looked up only for a caller whose right to act reaches no farther than the bookings of the own trips. */
    private Optional<UUID> driver(Caller caller) {
        boolean some = BookingContext.OF_DRIVERS.stream()
                .anyMatch(permission -> caller.may(permission) && !caller.reachesAll(permission));
        return some ? trips.driverOf(caller) : Optional.empty();
    }

    private BookingContext context(Caller caller, List<Booking> shown) {
        Set<UUID> parties = new HashSet<>();
        Set<UUID> carriedOn = new HashSet<>();
        Set<UUID> brokered = new HashSet<>();
        for (Booking booking : shown) {
            parties.add(booking.buyerOrganisationId());
            parties.add(booking.sellerOrganisationId());
            if (booking.hasTrip()) {
                carriedOn.add(booking.tripId());
            } else if (booking.sellerOrganisationId().equals(caller.organisationId())) {
                brokered.add(booking.id());
            }
        }
        return new BookingContext(
                caller,
                driver(caller),
                organisations.labels(parties),
                trips.labels(carriedOn),
                bookings.carrying(brokered),
                clock.instant(),
                settings.duration(BookingSettings.UNDO_ROAD_FACT_WITHIN));
    }
}
