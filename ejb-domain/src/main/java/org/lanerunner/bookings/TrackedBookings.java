package org.lanerunner.bookings;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lanerunner.loads.FenceSettings;
import org.lanerunner.places.Site;
import org.lanerunner.shared.Caller;
import org.lanerunner.trips.TripLabel;
import org.lanerunner.trips.TripView;
import org.lanerunner.trips.Trips;

/**
 * Reads what tracking and fences need of bookings as plain values, without loading an entity. An entity that was only looked at would stand in the way when the
 * same transaction later takes the booking's lock and reads it anew, perhaps changed by another transaction in between.
 */
@ApplicationScoped
class TrackedBookings {

    private static final String EACH_STOP = """
            select b.id as booking, b.reference as reference, b.tripId as trip, b.upstreamBookingId as upstream, b.buyerOrganisationId as buyer, b.sellerOrganisationId as seller, b.status as status,
                b.road.agreedAt as agreed, b.road.lateEntry as late, b.road.dispatchedAt as dispatched,
                b.road.deliveredAt as delivered, b.road.withdrawnAt as withdrawn, b.cancelledAt as cancelled,
                s.sequence as sequence, s.site as site, s.fence as fence, s.fenced as fenced, s.pinpointedAt as pinpointed, s.windowStart as opens,
                s.arrivedAt as arrived, s.arrivedReceivedAt as arrivalreceived, s.arrivalSource as arrival,
                s.departedAt as departed, s.departedReceivedAt as departurereceived, s.departureSource as departure
            from Booking b join b.road.stops s where\s""";

    @PersistenceContext
    private EntityManager entityManager;

    @Inject
    private Trips trips;

    /** The bookings of a trip, in the order in which several loads are locked. It has delivered ones too, for their last departure. */
    List<TrackedBooking> dispatchedOn(UUID tripId) {
        return each(entityManager
                        .createQuery(
                                EACH_STOP
                                        + "b.tripId = :trip and b.road.dispatchedAt is not null and b.status <> CANCELLED order by b.loadId, b.id, s.sequence",
                                Tuple.class)
                        .setParameter("trip", tripId))
                .map(stops -> tracked(stops, id(stops.get(0), "seller")))
                .toList();
    }

    /** The booking as one of its parties may follow it. */
    Optional<TrackedBooking> ofParty(Caller caller, UUID driven, UUID id) {
        List<Tuple> stops = entityManager
                .createQuery(
                        EACH_STOP + "b.id = :id and " + BookingRepository.PARTY + " order by s.sequence", Tuple.class)
                .setParameter("id", id)
                .setParameter("me", caller.organisationId())
                .setParameter("driven", driven)
                .getResultList();
        return stops.isEmpty()
                ? Optional.empty()
                : followed(List.of(tracked(stops, caller.organisationId()))).stream()
                        .findFirst();
    }

    /** The bookings on the road as their party may follow them, the newest first; one more than the limit. All of them take as many queries as one. */
    List<BookingOnTheRoad> onTheRoad(Caller caller, UUID driven, UUID after, int limit) {
        List<UUID> ids = entityManager
                .createQuery(
                        "select b.id from Booking b where b.id < :after and b.status in (DISPATCHED, AT_PICKUP, IN_TRANSIT, AT_DELIVERY) and "
                                + BookingRepository.PARTY + " order by b.id desc",
                        UUID.class)
                .setParameter("after", after)
                .setParameter("me", caller.organisationId())
                .setParameter("driven", driven)
                .setMaxResults(limit + 1)
                .getResultList();
        if (ids.isEmpty()) {
            return List.of();
        }
        List<List<Tuple>> found = each(entityManager
                        .createQuery(EACH_STOP + "b.id in :ids order by b.id desc, s.sequence", Tuple.class)
                        .setParameter("ids", ids))
                .toList();
        List<TrackedBooking> followed = followed(found.stream()
                .map(stops -> tracked(stops, caller.organisationId()))
                .toList());
        Map<UUID, TripLabel> labels = trips.labels(found.stream()
                .map(stops -> id(stops.get(0), "trip"))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return IntStream.range(0, found.size())
                .mapToObj(i -> onTheRoad(found.get(i), followed.get(i), labels))
                .toList();
    }

    private static BookingOnTheRoad onTheRoad(List<Tuple> stops, TrackedBooking tracked, Map<UUID, TripLabel> labels) {
        Tuple first = stops.get(0);
        UUID trip = id(first, "trip");
        TripView.VehicleName vehicle = trip == null ? null : labels.get(trip).vehicle();
        return new BookingOnTheRoad(
                tracked,
                first.get("reference", String.class),
                first.get("status", BookingStatus.class),
                stops.stream().map(stop -> stop.get("site", Site.class)).toList(),
                vehicle == null ? null : vehicle.name());
    }

    /** Brokers' bookings that are carried on a trip and under way, as their parties follow them. */
    List<TrackedBooking> brokeredOn(UUID tripId) {
        return followed(each(entityManager
                        .createQuery(
                                EACH_STOP
                                        + "b.id in (select c.upstreamBookingId from Booking c where c.tripId = :trip and c.road.dispatchedAt is not null"
                                        + " and c.status <> CANCELLED) order by b.loadId, b.id, s.sequence",
                                Tuple.class)
                        .setParameter("trip", tripId))
                .map(stops -> tracked(stops, id(stops.get(0), "seller")))
                .toList());
    }

    /** A broker's booking is followed on the trip of the booking that carries it, from that one's dispatch on. */
    private List<TrackedBooking> followed(List<TrackedBooking> bookings) {
        List<UUID> brokers = bookings.stream()
                .filter(booking -> booking.tripId() == null)
                .map(TrackedBooking::bookingId)
                .toList();
        Map<UUID, TrackedBooking> carriers = brokers.isEmpty() ? Map.of() : whoCarry(brokers);
        return bookings.stream()
                .map(booking -> booking.tripId() != null
                        ? booking
                        : booking.onTheWayOf(Optional.ofNullable(carriers.get(booking.bookingId()))))
                .toList();
    }

    /** The carrying bookings, by the broker's booking that each carries. */
    private Map<UUID, TrackedBooking> whoCarry(List<UUID> brokers) {
        return each(entityManager
                        .createQuery(
                                EACH_STOP
                                        + "b.upstreamBookingId in :brokers and b.status <> CANCELLED order by b.id, s.sequence",
                                Tuple.class)
                        .setParameter("brokers", brokers))
                .collect(Collectors.toMap(
                        stops -> id(stops.get(0), "upstream"), stops -> tracked(stops, id(stops.get(0), "seller"))));
    }

    /** Groups the rows into the stops of each booking. */
    private static Stream<List<Tuple>> each(TypedQuery<Tuple> query) {
        return query
                .getResultStream()
                .collect(groupingBy(row -> id(row, "booking"), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream();
    }

    private static TrackedBooking tracked(List<Tuple> stops, UUID reader) {
        Tuple first = stops.get(0);
        Instant underWayFrom = new Beginning(
                        time(first, "agreed"), first.get("late", Boolean.class), time(first, "opens"))
                .underWayFrom(time(first, "dispatched"));
        Instant cancelledAt = time(first, "cancelled");
        UUID seller = id(first, "seller");
        return new TrackedBooking(
                id(first, "booking"),
                id(first, "trip"),
                id(first, "trip") == null,
                id(first, "buyer"),
                seller,
                underWayFrom,
                first.get("status", BookingStatus.class).shows(seller, reader) ? underWayFrom : null,
                cancelledAt == null ? time(first, "delivered") : cancelledAt,
                time(first, "withdrawn"),
                stops.stream().map(TrackedBookings::stop).toList());
    }

    private static TrackedBooking.Stop stop(Tuple row) {
        Site site = row.get("site", Site.class);
        return new TrackedBooking.Stop(
                row.get("sequence", Integer.class),
                site.latitude(),
                site.longitude(),
                row.get("fenced", Boolean.class) ? row.get("fence", FenceSettings.class) : null,
                time(row, "pinpointed"),
                time(row, "arrived"),
                stands(row, "arrival"),
                time(row, "departed"),
                stands(row, "departure"));
    }

    private static boolean stands(Tuple row, String fact) {
        Instant receivedAt = time(row, fact + "received");
        Instant moved = time(row, "pinpointed");
        return row.get(fact) == RoadFactSource.PERSON
                || (receivedAt != null && moved != null && !receivedAt.isAfter(moved));
    }

    private static UUID id(Tuple row, String name) {
        return row.get(name, UUID.class);
    }

    private static Instant time(Tuple row, String name) {
        return row.get(name, Instant.class);
    }
}
