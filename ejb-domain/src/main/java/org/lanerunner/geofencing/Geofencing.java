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
import org.lanerunner.bookings.RoadFacts;
import org.lanerunner.bookings.TrackedBooking;
import org.lanerunner.shared.Sql;
import org.lanerunner.tracking.Position;
import org.lanerunner.tracking.PositionsCommitted;
import org.lanerunner.tracking.Tracking;

/**
 * Tells bookings where their vehicle arrived and which stops it left, in the transaction that keeps the positions. Each booking's watch goes on from its stored
 * state. In three cases the whole way since the dispatch is evaluated anew, in time order: after positions that lie before those evaluated already, at the
 * first batch after a dispatch, and where a fence was moved since. The fuller track corrects what fences told before, so the order in which batches come
 * decides nothing; what a person told stays. For a fence that was moved the earlier positions count too, and what the old fence told stays.
 */
@ApplicationScoped
class Geofencing implements PositionsCommitted {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    @Inject
    private RoadFacts roadFacts;

    @Inject
    private Tracking tracking;

    @Inject
    private Sql sql;

    Geofencing() {}

    /** A booking and its watch, which goes on from where it stood or begins anew. */
    private record Watched(TrackedBooking booking, FenceWatch watch, boolean goesOn) {}

    @Override
    public void committed(List<TrackedBooking> carried, List<Position> positions) {
        Instant from = positions.get(0).at();
        List<Watched> watched = carried.stream()
                .flatMap(booking -> watched(booking, from).stream())
                .toList();
        watched.stream().filter(Watched::goesOn).forEach(each -> each.watch().follow(positions));
        followAll(watched.stream().filter(each -> !each.goesOn()).toList());
        watched.forEach(this::tell);
    }

    /** The booking's watch. Empty where nothing more can be learned: every stop is left, and the positions are not late ones. */
    private Optional<Watched> watched(TrackedBooking booking, Instant from) {
        Optional<FenceWatch.State> kept = state(booking);
        boolean late =
                kept.isPresent() && !from.isAfter(kept.get().recent().last().at());
        boolean open = booking.stops().stream().anyMatch(stop -> stop.departedAt() == null);
        if (!open && !late) {
            return Optional.empty();
        }
        boolean goesOn = kept.isPresent() && !late;
        List<FenceWatch.Stop> stops = booking.stops().stream()
                .map(goesOn ? Geofencing::known : Geofencing::standing)
                .toList();
        FenceWatch watch = new FenceWatch(booking.dispatchedAt(), stops, goesOn ? kept.get() : FenceWatch.State.EMPTY);
        return Optional.of(new Watched(booking, watch, goesOn));
    }

    /** Reads the way of the trip once for all of these bookings. Each watch passes over what was before its own dispatch. */
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
            for (Watched each : anew) {
                each.watch().follow(page);
            }
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
            roadFacts.passed(booking.bookingId(), watch.passages());
        }
    }

    /** The stored state of the watch. Empty also where it was stored when the fences stood elsewhere. */
    private Optional<FenceWatch.State> state(TrackedBooking booking) {
        return sql.first(
                        "SELECT state FROM geofencing.watch WHERE booking_id = ? AND fences_moved_at IS NOT DISTINCT FROM ?",
                        row -> row.getString("state"),
                        booking.bookingId(),
                        booking.fencesMovedAt())
                .map(Geofencing::read);
    }

    private void keep(TrackedBooking booking, FenceWatch.State state) {
        sql.update(
                "INSERT INTO geofencing.watch (booking_id, trip_id, evaluated_to, fences_moved_at, state) VALUES (?, ?, ?, ?, ?::jsonb)"
                        + " ON CONFLICT (booking_id) DO UPDATE SET evaluated_to = excluded.evaluated_to,"
                        + " fences_moved_at = excluded.fences_moved_at, state = excluded.state",
                booking.bookingId(),
                booking.tripId(),
                state.recent().last().at(),
                booking.fencesMovedAt(),
                write(state));
    }

    private static FenceWatch.Stop known(TrackedBooking.Stop stop) {
        return new FenceWatch.Stop(fence(stop), stop.arrivedAt(), stop.departedAt());
    }

    /** Of a stop, only what a fuller track may not decide anew. */
    private static FenceWatch.Stop standing(TrackedBooking.Stop stop) {
        return new FenceWatch.Stop(
                fence(stop),
                stop.arrivalStands() ? stop.arrivedAt() : null,
                stop.departureStands() ? stop.departedAt() : null);
    }

    private static Fence fence(TrackedBooking.Stop stop) {
        return stop.fence() == null ? null : new Fence(stop.latitude(), stop.longitude(), stop.fence());
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
