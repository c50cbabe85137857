package org.lanerunner.bookings;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The organisations that have to do with the goods of a booking: its two sides and, where a broker stands between, those of the other agreement about the
 * goods.
 *
 * @param since when the first of these agreements was made
 */
public record PartiesAround(Set<UUID> organisations, Instant since) {

    PartiesAround and(PartiesAround other) {
        return new PartiesAround(
                Stream.concat(organisations.stream(), other.organisations.stream())
                        .collect(Collectors.toSet()),
                since.isBefore(other.since) ? since : other.since);
    }
}
