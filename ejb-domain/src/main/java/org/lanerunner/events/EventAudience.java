package org.lanerunner.events;

import java.util.Map;
import java.util.Set;

/**
 * Says who is shown a feature's events. It is a CDI bean of the feature, with a constructor without parameters. A kind of event is the first word of its types,
 * {@code booking} of {@code booking.arrived}. Events for which no feature speaks are shown to nobody. A test makes sure that every feature with events speaks
 * for them.
 */
public interface EventAudience {

    /** Stands in the place of a permission: no reader is shown the event. They learn of it in another way, or not at all. */
    String NOBODY = "";

    /** For each kind, the permission that a member of a reading organisation needs. */
    Map<String, String> permissions();

    /**
     * The part of an event's data that is withheld from those whose permission reaches the own trips only.
     *
     * @param type such as {@code booking.contested}
     */
    default Set<String> withheldFromDrivers(String type) {
        return Set.of();
    }
}
