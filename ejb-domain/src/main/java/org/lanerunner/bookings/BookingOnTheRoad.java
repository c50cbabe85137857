package org.lanerunner.bookings;

import java.util.List;
import org.lanerunner.places.Site;

/**
 * A booking on the road as a map shows it.
 *
 * @param tracked from when and on which trip its positions are shown
 * @param stops where it stops, in their order
 * @param vehicle the vehicle's name; null for a broker's booking, which is carried by another
 */
public record BookingOnTheRoad(
        TrackedBooking tracked, String reference, BookingStatus status, List<Site> stops, String vehicle) {}
