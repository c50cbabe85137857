package org.lanerunner.notifications;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.lanerunner.shared.Grants;
import org.lanerunner.shared.NeedsNoPermission;

/** Knows who belongs to an organisation and what they may do there. The feature that keeps members implements it. */
@NeedsNoPermission(because = "the system asks it, on nobody's behalf")
public interface Audiences {

    /**
     * A member, with what is needed to write to them.
     *
     * @param grants what they may do in the organisation
     */
    record Reader(UUID personId, String name, Locale language, ZoneId zone, Grants grants) {}

    /** Members of the organisation whose roles grant the permission now, however far it reaches. Members whose account is locked are left out. */
    List<Reader> membersWho(UUID organisationId, String permission);
}
