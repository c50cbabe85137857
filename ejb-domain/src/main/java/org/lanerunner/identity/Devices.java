package org.lanerunner.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;
import org.lanerunner.shared.Sql;
import org.lanerunner.shared.Uuid7;

/** The browsers and programs that a person signed in from. Each belongs to one person: two who share a browser do not learn of each other. */
@ApplicationScoped
class Devices {

    /** @param fresh whether the person was not seen there before */
    record Known(UUID id, boolean fresh) {}

    @Inject
    private Sql sql;

    /** The person's device, made where it is not known yet. */
    Known of(UUID personId, DeviceSeen seen, Instant now) {
        return sql.first(
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
    }

    void seenAgain(UUID id, DeviceSeen seen, Instant now) {
        sql.update("UPDATE identity.device SET name = ?, last_seen_at = ? WHERE id = ?", seen.name(), now, id);
    }

    /** Whether the device is known by a key at all; one without is whoever shows the tokens. */
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
