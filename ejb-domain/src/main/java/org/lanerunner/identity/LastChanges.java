package org.lanerunner.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.lanerunner.events.AuditTrail;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Refusal;

/**
 * Tells people who edit the same thing who made the change that came between. It must be a thing of their own organisation, under the permission that the edit
 * needs. A thing that is not known there, was never changed or not within a day is not found, all three alike.
 */
@Stateless
public class LastChanges {

    /** Nobody edits one thing for longer than this. */
    private static final Duration LOOKED_BACK = Duration.ofDays(1);

    @Inject
    private AuditTrail trail;

    @Inject
    private People people;

    @Inject
    private OwnRoles roles;

    @Inject
    private Clock clock;

    /** @param key the thing's id; for a role its code */
    public LastChange of(Caller caller, ChangedThing thing, String key) {
        caller.require(thing.permission());
        UUID subject = thing.name().equals(ChangedThing.ROLE) ? roles.idOf(caller.organisationId(), key) : id(key);
        return trail.lastOf(
                        caller.organisationId(),
                        subject,
                        thing.actions(),
                        clock.instant().minus(LOOKED_BACK))
                .map(last -> new LastChange(
                        last.at(),
                        last.personId(),
                        last.personId() == null
                                ? null
                                : people.names(List.of(last.personId())).get(last.personId())))
                .orElseThrow(LastChanges::notFound);
    }

    private static UUID id(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException none) {
            throw notFound();
        }
    }

    private static Refusal notFound() {
        return Refusal.notFound("changes");
    }
}
