package org.lanerunner.loads;

import java.util.ArrayList;
import java.util.List;
import org.lanerunner.events.EventData;
import org.lanerunner.fleet.Capacity;

/** A load as events tell of it: what moves, from where to where, when and at which price; by ids and codes, never by names. */
public final class LoadFacts {

    private LoadFacts() {}

    static EventData of(OfferedLoad load) {
        return EventData.none()
                .with("legId", load.legId())
                .with("equipment", load.equipment())
                .with("mode", load.mode())
                .with("cargo", of(load.cargo()))
                .with("price", load.price())
                .with("currency", load.currency())
                .with("test", load.testMoney())
                .with("origin", load.origin().laneRegion())
                .with("destination", load.destination().laneRegion())
                .with("stops", of(load.stops()))
                .with("distanceMeters", load.distanceMeters())
                .with("lateEntry", load.lateEntry())
                .with("expiresAt", load.expiresAt());
    }

    /** Of a load, or of what a trip can carry; null where nothing is stated. */
    public static EventData of(Capacity room) {
        return room == null
                ? null
                : EventData.none()
                        .with("weightKilograms", room.weightKilograms())
                        .with("volumeCubicMeters", room.volumeCubicMeters())
                        .with("loadingMeters", room.loadingMeters())
                        .with("pieces", room.pieces())
                        .with("seats", room.seats());
    }

    /** Each with its number, counted from 0. */
    public static List<EventData> of(List<PlannedStop> stops) {
        List<EventData> facts = new ArrayList<>();
        for (PlannedStop stop : stops) {
            facts.add(EventData.none().with("stop", facts.size()).with(of(stop)));
        }
        return facts;
    }

    /** Kind, place and window of a stop. */
    public static EventData of(PlannedStop stop) {
        return EventData.none()
                .with("kind", stop.kind())
                .with("placeId", stop.site().id())
                .with("region", stop.site().laneRegion())
                .with("windowStart", stop.windowStart().instant())
                .with("windowEnd", stop.windowEnd().instant());
    }
}
