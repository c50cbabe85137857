package org.lanerunner.matching;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lanerunner.fleet.Capacity;
import org.lanerunner.loads.CargoMode;
import org.lanerunner.loads.OfferedLeg;
import org.lanerunner.places.Geography;
import org.lanerunner.places.Site;
import org.lanerunner.trips.TripView;

/**
 * How well a trip and a load fit, as a list of rules that a dispatcher can read. There are at most 35 points for a short way to the pickup, 20 for a short way
 * from the delivery to the trip's stop, 20 for windows that the trip's times meet, 15 for capacity well used, and 10 for a price at or above what the carrier
 * asks. They do not fit at all with other equipment, too little capacity, the wrong direction, more than 300 km of deadhead, or windows that can't be met.
 */
final class Score {

    private static final double FARTHEST_METERS = 300_000;

    /** The point that the market shows may lie this far from the exact one. The acceptance judges by the exact point. */
    private static final double ROUNDING_METERS = 16_000;

    private final OfferedLeg leg;
    private final TripView trip;
    private final Geography geography;
    private final List<MatchView.MatchReason> reasons = new ArrayList<>();
    private double points;

    private Score(OfferedLeg leg, TripView trip, Geography geography) {
        this.leg = leg;
        this.trip = trip;
        this.geography = geography;
    }

    static Optional<Score> of(OfferedLeg leg, TripView trip, Geography geography) {
        Score score = new Score(leg, trip, geography);
        return score.fits() ? Optional.of(score) : Optional.empty();
    }

    int total() {
        return (int) Math.round(Math.max(0, Math.min(100, points)));
    }

    List<MatchView.MatchReason> reasons() {
        return List.copyOf(reasons);
    }

    private boolean fits() {
        if (leg.equipment() != trip.equipment()) {
            return false;
        }
        int last = trip.stops().size() - 1;
        int from = nearest(leg.origin(), 0, last);
        int to = nearest(leg.destination(), from + 1, last + 1);
        double deadhead = meters(stop(from), leg.origin());
        double detour = meters(leg.destination(), stop(to));
        boolean otherWay = stop(to).distanceMetersTo(leg.destination())
                > stop(from).distanceMetersTo(leg.destination()) + ROUNDING_METERS;
        return !otherWay && deadhead(deadhead) && detour(detour) && windows(from) && capacity(from, to) && price();
    }

    private boolean deadhead(double meters) {
        return way(MatchView.Code.DEADHEAD, meters, 35, "%s from the trip's stop to the pickup");
    }

    private boolean detour(double meters) {
        return way(MatchView.Code.DETOUR, meters, 20, "%s from the delivery to the trip's stop");
    }

    private boolean way(MatchView.Code code, double meters, int most, String words) {
        points += most * Math.max(0, 1 - meters / FARTHEST_METERS);
        reasons.add(new MatchView.MatchReason(
                code, String.format(Locale.ROOT, words, kilometers(meters)), Math.round(meters)));
        return meters <= FARTHEST_METERS;
    }

    /** Compares the trip's planned time at its stop, with the drive to the pickup, to the pickup's window. Does the same for the delivery. */
    private boolean windows(int from) {
        Instant atPickup = trip.stops().get(from).at().plus(drive(stop(from), leg.origin()));
        Instant windowEnd = leg.stops().get(0).windowEnd().instant();
        Instant lastEnd = leg.stops().get(leg.stops().size() - 1).windowEnd().instant();
        Instant ready = later(atPickup, leg.stops().get(0).windowStart().instant());
        Instant atDelivery = ready.plus(drive(leg.origin(), leg.destination()));
        Duration slack = shorter(Duration.between(atPickup, windowEnd), Duration.between(atDelivery, lastEnd));
        Duration wait = Duration.between(atPickup, ready);
        if (slack.isNegative() && !leg.lateEntry()) {
            return false;
        }
        double hours = slack.toMinutes() / 60.0;
        points += slack.isNegative() ? 0 : 20 * Math.max(0.25, 1 - wait.toHours() / 48.0);
        String words = slack.isNegative()
                ? "the windows have begun already"
                : String.format(Locale.ROOT, "meets both windows with %.1f h to spare", hours);
        reasons.add(new MatchView.MatchReason(MatchView.Code.WINDOW, words, hours));
        return true;
    }

    private boolean capacity(int from, int to) {
        Capacity need = leg.mode() == CargoMode.FULL ? trip.capacity() : leg.cargo();
        boolean room = trip.capacity().fits(leg.cargo())
                && trip.segments().stream()
                        .filter(each -> each.sequence() >= from && each.sequence() < to)
                        .allMatch(each -> each.remaining().fits(need));
        double used = used();
        points += 15 * used;
        reasons.add(new MatchView.MatchReason(
                MatchView.Code.CAPACITY,
                String.format(Locale.ROOT, "uses %.0f %% of the trip's capacity", used * 100),
                Math.round(used * 100)));
        return room;
    }

    private double used() {
        BigDecimal cargo = leg.cargo().weightKilograms();
        BigDecimal whole = trip.capacity().weightKilograms();
        if (leg.mode() == CargoMode.FULL) {
            return 1;
        }
        return cargo == null || whole == null || whole.signum() == 0
                ? 0.5
                : Math.min(1, cargo.doubleValue() / whole.doubleValue());
    }

    private boolean price() {
        if (leg.price() == null
                || trip.askPerKilometer() == null
                || leg.distanceMeters() == 0
                || !leg.price().currency().equals(trip.askPerKilometer().currency())) {
            points += 5;
            reasons.add(new MatchView.MatchReason(MatchView.Code.PRICE, "price to be agreed", 0));
            return true;
        }
        double perKilometer = leg.price().decimal().doubleValue() / (leg.distanceMeters() / 1000.0);
        double over = perKilometer - trip.askPerKilometer().decimal().doubleValue();
        points += over >= 0
                ? 10
                : Math.max(0, 10 + 10 * over / trip.askPerKilometer().decimal().doubleValue());
        String words = over >= 0 ? "pays %.2f %s/km, %.2f above the ask" : "pays %.2f %s/km, %.2f below the ask";
        reasons.add(new MatchView.MatchReason(
                MatchView.Code.PRICE,
                String.format(Locale.ROOT, words, perKilometer, leg.price().currency(), Math.abs(over)),
                over));
        return true;
    }

    private int nearest(Site site, int from, int before) {
        int nearest = from;
        for (int i = from; i < before; i++) {
            if (stop(i).distanceMetersTo(site) < stop(nearest).distanceMetersTo(site)) {
                nearest = i;
            }
        }
        return nearest;
    }

    private Site stop(int sequence) {
        return trip.stops().get(sequence).place();
    }

    private double meters(Site from, Site to) {
        return geography.distanceMeters(from.latitude(), from.longitude(), to.latitude(), to.longitude());
    }

    private Duration drive(Site from, Site to) {
        return geography.driveDuration(from.latitude(), from.longitude(), to.latitude(), to.longitude());
    }

    private static String kilometers(double meters) {
        return String.format(Locale.ROOT, meters < 10_000 ? "%.1f km" : "%.0f km", meters / 1000);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
