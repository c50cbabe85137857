package org.lanerunner.fleet;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.annotation.Nullable;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import org.lanerunner.shared.Refusal;

/**
 * A vector of room: what a vehicle or a segment offers, or what a load needs. A part that is null is not limited in an offer, and not stated in a need.
 * Decimals carry up to three places; {@link #checked} refuses what is negative or larger than any vehicle.
 */
@Embeddable
public record Capacity(
        @Column(name = "weight_kilograms") @Nullable BigDecimal weightKilograms,
        @Column(name = "volume_cubic_meters") @Nullable BigDecimal volumeCubicMeters,
        @Column(name = "loading_meters") @Nullable BigDecimal loadingMeters,
        @Column(name = "pieces") @Nullable Integer pieces,
        @Column(name = "seats") @Nullable Integer seats) {

    private static final int DECIMAL_PLACES = 3;
    private static final BigDecimal MAXIMUM_WEIGHT_KILOGRAMS = new BigDecimal(1_000_000);
    private static final BigDecimal MAXIMUM_VOLUME_CUBIC_METERS = new BigDecimal(10_000);
    private static final BigDecimal MAXIMUM_LOADING_METERS = new BigDecimal(200);
    private static final int MAXIMUM_PIECES = 1_000_000;
    private static final int MAXIMUM_SEATS = 1_000;

    public Capacity {
        weightKilograms = plain(weightKilograms);
        volumeCubicMeters = plain(volumeCubicMeters);
        loadingMeters = plain(loadingMeters);
    }

    /** A vector without any part: as an offer it has no limits, as a need it asks for nothing. */
    public static Capacity unstated() {
        return new Capacity(null, null, null, null, null);
    }

    /** The vector itself when every part is in bounds. The pointer names its place in the request. */
    public Capacity checked(String pointer) {
        List<Refusal.Violation> wrong = new ArrayList<>();
        check(wrong, pointer + "/weightKilograms", weightKilograms, MAXIMUM_WEIGHT_KILOGRAMS);
        check(wrong, pointer + "/volumeCubicMeters", volumeCubicMeters, MAXIMUM_VOLUME_CUBIC_METERS);
        check(wrong, pointer + "/loadingMeters", loadingMeters, MAXIMUM_LOADING_METERS);
        check(wrong, pointer + "/pieces", decimal(pieces), BigDecimal.valueOf(MAXIMUM_PIECES));
        check(wrong, pointer + "/seats", decimal(seats), BigDecimal.valueOf(MAXIMUM_SEATS));
        if (!wrong.isEmpty()) {
            throw Refusal.invalid(wrong);
        }
        return this;
    }

    /** True when every stated part of the need is within the limited parts of this offer. */
    public boolean fits(Capacity need) {
        return within(need.weightKilograms, weightKilograms)
                && within(need.volumeCubicMeters, volumeCubicMeters)
                && within(need.loadingMeters, loadingMeters)
                && within(decimal(need.pieces), decimal(pieces))
                && within(decimal(need.seats), decimal(seats));
    }

    /** What is left of this offer after the need is taken. A part may be negative; one without a limit stays without. */
    public Capacity minus(Capacity need) {
        return combine(need, BigDecimal::subtract, (a, b) -> a - b);
    }

    /** This offer after the taken part was given back. */
    public Capacity plus(Capacity need) {
        return combine(need, BigDecimal::add, Integer::sum);
    }

    /** The smaller of both, part by part. A part that is without a limit here stays without. */
    public Capacity least(Capacity other) {
        return combine(other, BigDecimal::min, Math::min);
    }

    /** True when no part is stated. */
    @JsonIgnore
    public boolean isUnstated() {
        return equals(unstated());
    }

    private Capacity combine(Capacity other, BinaryOperator<BigDecimal> decimals, BinaryOperator<Integer> counts) {
        return new Capacity(
                apply(weightKilograms, other.weightKilograms, decimals),
                apply(volumeCubicMeters, other.volumeCubicMeters, decimals),
                apply(loadingMeters, other.loadingMeters, decimals),
                apply(pieces, other.pieces, counts),
                apply(seats, other.seats, counts));
    }

    private static <T> T apply(T own, T other, BinaryOperator<T> operation) {
        return own == null || other == null ? own : operation.apply(own, other);
    }

    private static boolean within(BigDecimal need, BigDecimal limit) {
        return need == null || limit == null || need.compareTo(limit) <= 0;
    }

    private static BigDecimal decimal(Integer count) {
        return count == null ? null : BigDecimal.valueOf(count);
    }

    private static void check(List<Refusal.Violation> wrong, String pointer, BigDecimal value, BigDecimal maximum) {
        if (value == null) {
            return;
        }
        if (value.signum() < 0) {
            wrong.add(new Refusal.Violation(pointer, "This can't be negative."));
        } else if (value.compareTo(maximum) > 0) {
            wrong.add(new Refusal.Violation(pointer, "This can't be more than " + maximum + "."));
        } else if (value.scale() > DECIMAL_PLACES) {
            wrong.add(new Refusal.Violation(pointer, "This has more than " + DECIMAL_PLACES + " decimal places."));
        }
    }

    /** 18000.000 and 1.8E+4 are one number, written 18000. A number that is far out of bounds is left for {@link #checked} to refuse. */
    private static BigDecimal plain(BigDecimal value) {
        if (value == null || Math.abs((long) value.scale()) > 20 || value.precision() > 40) {
            return value;
        }
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }
}
