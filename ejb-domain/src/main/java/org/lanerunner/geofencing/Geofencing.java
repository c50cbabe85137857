package org.lanerunner.geofencing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lanerunner.bookings.Bookings;
import org.lanerunner.bookings.TrackedBooking;
import org.lanerunner.shared.Sql;
import org.lanerunner.tracking.Position;
import org.lanerunner.tracking.PositionsCommitted;
import org.lanerunner.tracking.Tracking;

/**
 * Tells bookings where their vehicle arrived and what it left, in the transaction that keeps the positions. Each booking's watch goes on from its stored
 * state. Positions that lie before what is evaluated already, and the first batch after a dispatch, have the whole way since the dispatch evaluated anew, in
 * time order; an arrival or departure that was told stays as it was told, only what is still open is decided by the fuller track.
 */
@ApplicationScoped
class Geofencing implements PositionsCommitted {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    @Inject
    private Bookings bookings;

    @Inject
    private Tracking tracking;

    @Inject
    private Sql sql;

    Geofencing() {}

    /** A booking whose stops are not all left, and what watches them. */
    private record Watched(TrackedBooking booking, FenceWatch watch, boolean goesOn) {}

    @Override
    public void committed(List<TrackedBooking> carried, List<Position> positions) {
        List<Watched> open = carried.stream()
                .filter(booking -> booking.stops().stream().anyMatch(stop -> stop.departedAt() == null))
                .map(booking -> watched(booking, positions))
                .toList();
        List<Fix> fixes = fixes(positions);
        open.stream().filter(Watched::goesOn).forEach(each -> each.watch().follow(fixes));
        followAll(open.stream().filter(each -> !each.goesOn()).toList());
        open.forEach(this::tell);
    }

    private Watched watched(TrackedBooking booking, List<Position> positions) {
        Optional<FenceWatch.State> kept = state(booking.bookingId());
        boolean goesOn = kept.isPresent()
                && positions.get(0).at().isAfter(kept.get().recent().last().at());
        List<FenceWatch.Stop> stops =
                booking.stops().stream().map(Geofencing::stop).toList();
        FenceWatch watch = new FenceWatch(booking.dispatchedAt(), stops, goesOn ? kept.get() : FenceWatch.State.EMPTY);
        return new Watched(booking, watch, goesOn);
    }

    /** The way of the trip is read once for all of them; each passes over what was before its own dispatch. */
    private void followAll(List<Watched> anew) {
        Optional<Instant> first =
                anew.stream().map(each -> each.booking().dispatchedAt()).min(Instant::compareTo);
        if (first.isEmpty()) {
            return;
        }
        UUID tripId = anew.get(0).booking().tripId();
        Instant after = first.get().minusNanos(1000);
        for (List<Position> page = tracking.after(tripId, after);
                !page.isEmpty();
                page = tracking.after(tripId, after)) {
            List<Fix> fixes = fixes(page);
            anew.forEach(each -> each.watch().follow(fixes));
            after = page.get(page.size() - 1).at();
        }
    }

    private void tell(Watched watched) {
        TrackedBooking booking = watched.booking();
        FenceWatch watch = watched.watch();
        if (watch.state().recent().last() != null) {
            keep(booking, watch.state());
        }
        if (!watch.passages().isEmpty()) {
            bookings.passed(booking.bookingId(), watch.passages());
        }
    }

    private Optional<FenceWatch.State> state(UUID bookingId) {
        return sql.first(
                        "SELECT state FROM geofencing.watch WHERE booking_id = ?",
                        row -> row.getString("state"),
                        bookingId)
                .map(Geofencing::read);
    }

    private void keep(TrackedBooking booking, FenceWatch.State state) {
        sql.update(
                "INSERT INTO geofencing.watch (booking_id, trip_id, evaluated_to, state) VALUES (?, ?, ?, ?::jsonb)"
                        + " ON CONFLICT (booking_id) DO UPDATE SET evaluated_to = excluded.evaluated_to, state = excluded.state",
                booking.bookingId(),
                booking.tripId(),
                state.recent().last().at(),
                write(state));
    }

    private static FenceWatch.Stop stop(TrackedBooking.Stop stop) {
        return new FenceWatch.Stop(
                new Fence(stop.latitude(), stop.longitude(), stop.fence()), stop.arrivedAt(), stop.departedAt());
    }

    private static List<Fix> fixes(List<Position> positions) {
        return positions.stream()
                .map(position -> new Fix(
                        position.at(),
                        position.latitude(),
                        position.longitude(),
                        position.accuracyMeters(),
                        position.speedMetersPerSecond()))
                .toList();
    }

    static String write(FenceWatch.State state) {
        try {
            return JSON.writeValueAsString(state);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a state that is no JSON", impossible);
        }
    }

    static FenceWatch.State read(String json) {
        try {
            return JSON.readValue(json, FenceWatch.State.class);
        } catch (JsonProcessingException foreign) {
            throw new IllegalStateException("not a state of a watch", foreign);
        }
    }
}
