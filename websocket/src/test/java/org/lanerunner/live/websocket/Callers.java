package org.lanerunner.live.websocket;

import java.time.Instant;
import java.util.UUID;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Grants;
import org.lanerunner.shared.Principal;

/** Persons for whom channels are open. */
final class Callers {

    private Callers() {}

    static Caller of(UUID person, UUID organisation, Grants grants) {
        return new Caller(new Principal.Person(person, UUID.randomUUID(), Instant.EPOCH, false), organisation, grants);
    }
}
