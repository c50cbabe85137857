package org.lanerunner.loads;

import org.lanerunner.events.EventData;
import org.lanerunner.fleet.Capacity;

/** A load in the words of events: what moves, on which way, when and at which price. It has ids and codes, never names. */
public final class LoadFacts {

    private LoadFacts() {}

    /** @param load as its owner sees it */
    static EventData of(LoadView load) {
        return EventData.none()
                .with("legId", load.legs().get(0).id())
                .with("equipment", load.equipment())
                .with("mode", load.mode())
                .with("cargo", of(load.cargo()))
                .with("price", load.price())
                .with("currency", load.currency())
                .with("test", load.testMoney())
                .with("origin", load.origin().laneRegion())
                .with("destination", load.destination().laneRegion())
                .with("stops", load.stops().stream().map(LoadFacts::of).toList())
                .with("legs", load.legs().stream().map(LoadFacts::of).toList())
                .with("distanceMeters", load.distanceMeters())
                .with("lateEntry", load.lateEntry())
                .with("expiresAt", load.expiresAt());
    }

    /** The capacity of a load, or of a trip; null where nothing is stated. */
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

    /** A stop by its number (from 0), kind, place and window. */
    private static EventData of(StopView stop) {
        return EventData.none()
                .with("stop", stop.sequence())
                .with("kind", stop.kind())
                .with("placeId", stop.place().id())
                .with("region", stop.place().laneRegion())
                .with("windowStart", stop.window().start())
                .with("windowEnd", stop.window().end());
    }

    /** A leg, with the numbers of the stops that it holds. */
    private static EventData of(LoadView.LegView leg) {
        return EventData.none()
                .with("legId", leg.id())
                .with("fromStop", leg.fromStop())
                .with("toStop", leg.toStop())
                .with("distanceMeters", leg.distanceMeters())
                .with("expiresAt", leg.expiresAt());
    }
}
