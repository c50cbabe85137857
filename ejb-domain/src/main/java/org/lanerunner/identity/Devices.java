package org.lanerunner.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Limits;
import org.lanerunner.shared.Sql;
import org.lanerunner.shared.Uuid7;

/** The browsers and programs from which a person signed in. Each belongs to one person: two who share a browser do not learn of each other. */
@ApplicationScoped
class Devices {

    /** @param fresh whether the person was not seen there before */
    record Known(UUID id, boolean fresh) {}

    /** So many are kept besides those on which the person is signed in. */
    private static final int MOST_UNUSED = 100;

    /** An earlier version let more stay: of those at most so many go with each device that comes. */
    private static final int AT_ONCE = 20;

    @Inject
    private Sql sql;

    @Inject
    private Limits limits;

    /** The person's device, made if it is not known yet. A caller who locks sessions of the person must have done so before, since devices come after them. */
    Known of(UUID personId, DeviceSeen seen, Instant now) {
        Known known = sql.first(
                        "INSERT INTO identity.device (id, person_id, key_hash, keyed, name, first_seen_at, last_seen_at) VALUES (?, ?, ?, ?, ?, ?, ?)"
                                + " ON CONFLICT (person_id, key_hash) DO UPDATE SET name = excluded.name, last_seen_at = excluded.last_seen_at"
                                + " RETURNING id, xmax = 0 AS fresh",
                        row -> new Known(Sql.id(row, "id"), row.getBoolean("fresh")),
                        Uuid7.next(),
                        personId,
                        seen.keyHash(),
                        seen.keyed(),
                        seen.name(),
                        now,
                        now)
                .orElseThrow();
        if (known.fresh()) {
            forgetBeyondLimit(personId);
        }
        return known;
    }

    /** Forgets devices on which nobody is signed in, those that were unseen longest first. */
    private void forgetBeyondLimit(UUID personId) {
        int forgotten = sql.update(
                "DELETE FROM identity.device WHERE id IN (SELECT d.id FROM identity.device d WHERE d.person_id = ?"
                        + " AND NOT EXISTS (SELECT 1 FROM identity.session s WHERE s.device_id = d.id AND s.ended_at IS NULL)"
                        + " ORDER BY d.last_seen_at DESC, d.id DESC OFFSET ? LIMIT ?)",
                personId,
                MOST_UNUSED,
                AT_ONCE);
        if (forgotten > 0) {
            limits.reached(Limit.DEVICES);
        }
    }

    void seenAgain(UUID id, DeviceSeen seen, Instant now) {
        sql.update("UPDATE identity.device SET name = ?, last_seen_at = ? WHERE id = ?", seen.name(), now, id);
    }

    /** True if the device is known by a key. Without a key, anybody who shows the tokens counts as the device. */
    boolean isKeyed(UUID id) {
        return sql.first("SELECT keyed FROM identity.device WHERE id = ?", row -> row.getBoolean("keyed"), id)
                .orElse(false);
    }

    boolean isThis(UUID id, DeviceSeen seen) {
        return sql.first("SELECT key_hash FROM identity.device WHERE id = ?", row -> row.getBytes("key_hash"), id)
                .filter(hash -> MessageDigest.isEqual(hash, seen.keyHash()))
                .isPresent();
    }
}
