package org.lanerunner.flags;

import java.util.Optional;
import java.util.UUID;
import org.lanerunner.shared.Caller;

/** What a flag's percentage counts: who is one unit sees the same on every node, at every call. */
public enum FlagUnit {
    /** The person or key that acts; the system acting by itself is none. */
    PERSON,
    /** The organisation acted for: all of its members see the same. */
    ORGANISATION;

    Optional<UUID> of(Caller caller) {
        return this == ORGANISATION
                ? Optional.of(caller.organisationId())
                : caller.principal().actor();
    }
}
