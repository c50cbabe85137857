package org.lanerunner.events;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.UUID;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CommonPermissions;

/**
 * Makes unreadable for ever what the audit keeps of a person, by destroying the key under which it was encrypted. The rows stay, with who did what and when. A
 * person, each driver record and each other record that named a person has a key of its own.
 */
@Stateless
public class Erasure {

    @Inject
    private PersonKeys keys;

    @Inject
    private Audit audit;

    @Inject
    private Event<PersonErased> erased;

    /**
     * Destroys the key. It may be repeated without harm.
     *
     * @param subject a person, a driver, or the record whose texts named somebody
     */
    public void erase(Caller caller, UUID subject) {
        caller.require(CommonPermissions.PLATFORM_ADMIN);
        erased.fire(new PersonErased(subject));
        if (keys.destroy(subject)) {
            audit.record(caller, "person.erased", subject);
        }
    }
}
