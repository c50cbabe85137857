package org.lanerunner.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.lanerunner.events.Audit;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.CommonPermissions;
import org.lanerunner.shared.NeedsNoPermission;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Sql;

/**
 * Pictures of persons. A person sees the own one, and those of the members of the organisation acted for. All others are not found, whether there is one or
 * not.
 */
@Stateless
public class Avatars {

    @Inject
    private Audit audit;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** To be called before the bytes of a picture are received. */
    public AvatarUpload receive(Caller caller) {
        caller.require(CommonPermissions.SELF);
        return new AvatarUpload();
    }

    /** @param image as {@link AvatarUpload#square} made it */
    public void change(Caller caller, byte[] image) {
        caller.require(CommonPermissions.SELF);
        sql.update(
                "INSERT INTO identity.avatar (person_id, image, changed_at) VALUES (?, ?, ?)"
                        + " ON CONFLICT (person_id) DO UPDATE SET image = excluded.image, changed_at = excluded.changed_at",
                caller.person().id(),
                image,
                clock.instant());
        audit.record(caller, "person.avatar-changed", caller.person().id());
    }

    public void remove(Caller caller) {
        caller.require(CommonPermissions.SELF);
        if (sql.update(
                        "DELETE FROM identity.avatar WHERE person_id = ?",
                        caller.person().id())
                == 0) {
            throw Refusal.conflict("identity/no-avatar", "There is no picture to remove.");
        }
        audit.record(caller, "person.avatar-removed", caller.person().id());
    }

    /** The picture as a JPEG. */
    public byte[] image(Caller caller, UUID personId) {
        caller.requireAny(CommonPermissions.SELF, CommonPermissions.SELF_VIEW);
        return sql.first(
                        "SELECT image FROM identity.avatar a WHERE a.person_id = ? AND (a.person_id = ? OR EXISTS ("
                                + "SELECT 1 FROM identity.membership m WHERE m.person_id = a.person_id AND m.organisation_id = ?::uuid))",
                        row -> row.getBytes("image"),
                        personId,
                        caller.actorId(),
                        caller.organisationId())
                .orElseThrow(() -> Refusal.notFound("avatars"));
    }

    @NeedsNoPermission(because = "only one's own profile asks, which has asked before")
    public Optional<Instant> changedAt(UUID personId) {
        return sql.first(
                "SELECT changed_at FROM identity.avatar WHERE person_id = ?",
                row -> Sql.instant(row, "changed_at"),
                personId);
    }
}
