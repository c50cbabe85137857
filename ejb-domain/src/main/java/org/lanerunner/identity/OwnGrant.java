package org.lanerunner.identity;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.lanerunner.shared.Code;
import org.lanerunner.shared.Scope;

/** A permission that an organisation's own role gives. The audit writes its text. */
@Embeddable
record OwnGrant(
        @Code String permission,
        @Enumerated(EnumType.STRING) Scope scope) {

    @Override
    public String toString() {
        return permission + (scope == Scope.OWN_TRIPS ? " of own trips" : "");
    }
}
