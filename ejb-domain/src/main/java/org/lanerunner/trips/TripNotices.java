package org.lanerunner.trips;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.lanerunner.events.ReceivedEvent;
import org.lanerunner.fleet.DriverView;
import org.lanerunner.fleet.Fleet;
import org.lanerunner.notifications.Notice;
import org.lanerunner.notifications.NoticeKind;
import org.lanerunner.notifications.NoticeKind.Audience;
import org.lanerunner.notifications.NoticeKind.Weight;
import org.lanerunner.notifications.NoticeSource;
import org.lanerunner.notifications.NoticeSubject;

/**
 * Notices to a driver about a trip: it is theirs, it is theirs no more, it has another vehicle, or it is cancelled. A trip that was made for one booking is
 * cancelled with it: there the booking's notice tells of it.
 */
@ApplicationScoped
class TripNotices implements NoticeSource {

    private static final NoticeKind ASSIGNED = kind("trip-assigned", "trip.assigned", Weight.REQUEST);
    private static final NoticeKind VEHICLE_CHANGED = kind("trip-vehicle-changed", "trip.assigned", Weight.CONCERN);
    private static final NoticeKind TAKEN_AWAY = kind("trip-taken-away", "trip.assigned", Weight.CONCERN);
    private static final NoticeKind CANCELLED = kind("trip-cancelled", "trip.cancelled", Weight.CONCERN);

    @Inject
    private TripRepository trips;

    @Inject
    private Fleet fleet;

    TripNotices() {}

    private static NoticeKind kind(String name, String event, Weight weight) {
        return new NoticeKind(TripNotices.class, name, event, Audience.DRIVER, TripPermissions.VIEW, weight);
    }

    @Override
    public List<NoticeKind> kinds() {
        return List.of(ASSIGNED, VEHICLE_CHANGED, TAKEN_AWAY, CANCELLED);
    }

    @Override
    public List<Notice> noticesOf(ReceivedEvent event) {
        return trips.find(event.subject()).stream()
                .flatMap(trip -> event.type().equals("trip.assigned") ? assigned(event, trip) : cancelled(trip))
                .toList();
    }

    private Stream<Notice> assigned(ReceivedEvent event, Trip trip) {
        UUID driver = id(event, "/driverId");
        UUID before = id(event, "/before/driverId");
        if (before == null || !before.equals(driver)) {
            return Stream.concat(to(ASSIGNED, trip, driver), to(TAKEN_AWAY, trip, before));
        }
        return id(event, "/vehicleId").equals(id(event, "/before/vehicleId"))
                ? Stream.empty()
                : to(VEHICLE_CHANGED, trip, driver).map(notice -> notice.text("vehicle", vehicle(event, trip)));
    }

    private Stream<Notice> cancelled(Trip trip) {
        return trip.madeForBooking() ? Stream.empty() : to(CANCELLED, trip, trip.driverId());
    }

    private String vehicle(ReceivedEvent event, Trip trip) {
        return fleet.vehicleIn(trip.organisationId(), id(event, "/vehicleId"))
                .map(vehicle -> vehicle.name() + ", " + vehicle.plate())
                .orElse(null);
    }

    /** No notice where the driver has no account. */
    private Stream<Notice> to(NoticeKind kind, Trip trip, UUID driver) {
        TripView view = trip.view(true);
        return Optional.ofNullable(driver)
                .flatMap(id -> fleet.driverIn(trip.organisationId(), id))
                .map(DriverView::personId)
                .map(person -> Notice.of(kind, trip.organisationId(), NoticeSubject.TRIP, trip.id())
                        .only(person)
                        .text("trip", view.reference())
                        .text("origin", view.stops().get(0).place().inWords())
                        .text(
                                "destination",
                                view.stops()
                                        .get(view.stops().size() - 1)
                                        .place()
                                        .inWords())
                        .time("starts", view.startsAt()))
                .stream();
    }

    private static UUID id(ReceivedEvent event, String pointer) {
        String text = event.data().at(pointer).asText("");
        return text.isEmpty() ? null : UUID.fromString(text);
    }
}
