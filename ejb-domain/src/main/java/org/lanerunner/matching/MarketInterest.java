package org.lanerunner.matching;

import java.util.List;
import java.util.UUID;
import org.lanerunner.fleet.Equipment;
import org.lanerunner.loads.MarketLoad;
import org.lanerunner.loads.OfferedLeg;
import org.lanerunner.places.Geography;
import org.lanerunner.trips.MarketTrip;
import org.lanerunner.trips.TripView;

/**
 * What somebody looks at on the market: a list, or the matches of an own trip or of a load's legs. It is held in memory, so that no query has to be asked again
 * to know whether a change concerns it.
 *
 * @param equipment the list's equipment; null for any
 * @param trip the trip whose matches they are, or null
 * @param legs the legs whose matches they are, or none
 */
public record MarketInterest(
        MarketSide side, Equipment equipment, UUID matchesOf, TripView trip, List<OfferedLeg> legs) {

    static MarketInterest list(MarketSide side, Equipment equipment) {
        return new MarketInterest(side, equipment, null, null, List.of());
    }

    static MarketInterest matchesOf(TripView trip) {
        return new MarketInterest(MarketSide.LOADS, trip.equipment(), trip.id(), trip, List.of());
    }

    static MarketInterest matchesOf(UUID load, List<OfferedLeg> legs) {
        return new MarketInterest(MarketSide.TRIPS, legs.get(0).equipment(), load, null, legs);
    }

    /** The key of what is looked at: the same list, or the matches of the same trip or load, is followed once. */
    public String key() {
        return matchesOf == null ? keyOf(side, equipment) : keyOf(trip != null, matchesOf);
    }

    public static String keyOf(MarketSide side, Equipment equipment) {
        return side + " " + equipment;
    }

    public static String keyOf(boolean ofTrip, UUID matchesOf) {
        return (ofTrip ? "trip " : "load ") + matchesOf;
    }

    boolean wants(MarketLoad load, Geography geography) {
        return !load.openLegs().isEmpty()
                && (equipment == null || equipment == load.equipment())
                && (trip == null || load.openLegs().stream().anyMatch(leg -> fits(leg, trip, geography)));
    }

    boolean wants(MarketTrip other, Geography geography) {
        return other.trip() != null
                && (equipment == null || equipment == other.equipment())
                && (matchesOf == null || legs.stream().anyMatch(leg -> fits(leg, other.trip(), geography)));
    }

    /** True if the leg and the trip fit as the query finds candidates, before it ranks them. */
    private static boolean fits(OfferedLeg leg, TripView trip, Geography geography) {
        return !leg.organisationId().equals(trip.organisationId())
                && leg.expiresAt().isAfter(trip.startsAt())
                && leg.firstWindowStart().isBefore(trip.endsAt())
                && Score.of(leg, trip, geography).isPresent();
    }
}
