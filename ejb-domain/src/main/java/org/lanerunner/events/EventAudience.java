package org.lanerunner.events;

import java.util.Map;
import java.util.Set;

/**
 * Who is shown a feature's events: a CDI bean of the feature, with a constructor that takes nothing. A kind of event is the first word of its types, {@code booking} of
 * {@code booking.arrived}. What no feature speaks for is shown to nobody, and a test makes every feature that has events speak.
 */
public interface EventAudience {

    /** Instead of a permission: its readers learn of it in another way, or not at all. */
    String NOBODY = "";

    /** By kind, the permission that a member of a reading organisation needs. */
    Map<String, String> permissions();

    /**
     * What of an event's data is not told to whose permission reaches the own trips only.
     *
     * @param type such as {@code booking.contested}
     */
    default Set<String> withheldFromDrivers(String type) {
        return Set.of();
    }
}
