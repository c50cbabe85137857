package org.lanerunner.notifications;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.lanerunner.shared.Grants;
import org.lanerunner.shared.NeedsNoPermission;

/** Knows who belongs to an organisation and may do what; the feature that keeps members implements it. */
@NeedsNoPermission(because = "the system asks it, on nobody's behalf")
public interface Audiences {

    /**
     * A member as they are written to.
     *
     * @param grants what they may do in the organisation
     */
    record Reader(UUID personId, String name, Locale language, ZoneId zone, Grants grants) {}

    /** Members of the organisation, as they are now, whose roles grant the permission, however far it reaches; nobody whose account is locked. */
    List<Reader> membersWho(UUID organisationId, String permission);
}
