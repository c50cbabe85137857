package org.lanerunner.flags;

import java.util.Optional;
import java.util.UUID;
import org.lanerunner.shared.Caller;

/** What a flag's percentage counts. One unit sees the same on every node, at every call. */
public enum FlagUnit {
    /** The person or key that acts. The system acting by itself is no unit. */
    PERSON,
    /** The organisation acted for. All of its members see the same. */
    ORGANISATION;

    Optional<UUID> of(Caller caller) {
        return this == ORGANISATION
                ? Optional.of(caller.organisationId())
                : caller.principal().actor();
    }
}
