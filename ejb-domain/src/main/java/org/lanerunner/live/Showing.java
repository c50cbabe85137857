package org.lanerunner.live;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.lanerunner.shared.Caller;
import org.lanerunner.trips.DrivenBy;

/**
 * Says who is shown one thing that has happened. However many followers ask, nothing is read for those who see all of their organisation's things. The driver
 * is read once, when the first follower asks whose permission reaches the own trips only.
 */
public final class Showing {

    /** How much of it a follower is shown. */
    public enum Extent {
        NOTHING,
        /** Everything but what is between the two sides. */
        AS_DRIVEN,
        WHOLE
    }

    private final Set<UUID> readers;
    private final String permission;
    private final Supplier<Optional<DrivenBy>> whoDrives;
    private Optional<DrivenBy> driver;

    /**
     * @param readers the organisations that may see it
     * @param permission the permission that their members need
     * @param whoDrives the driver; empty where it belongs to no trip, or nobody drives the trip yet
     */
    Showing(Set<UUID> readers, String permission, Supplier<Optional<DrivenBy>> whoDrives) {
        this.readers = readers;
        this.permission = permission;
        this.whoDrives = whoDrives;
    }

    public Extent to(Caller caller) {
        if (!readers.contains(caller.organisationId()) || !caller.may(permission)) {
            return Extent.NOTHING;
        }
        if (caller.reachesAll(permission)) {
            return Extent.WHOLE;
        }
        return isDrivenBy(caller) ? Extent.AS_DRIVEN : Extent.NOTHING;
    }

    private boolean isDrivenBy(Caller caller) {
        if (driver == null) {
            driver = whoDrives.get();
        }
        return driver.filter(person -> person.is(caller)).isPresent();
    }
}
