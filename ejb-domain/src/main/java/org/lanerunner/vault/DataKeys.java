package org.lanerunner.vault;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lanerunner.shared.SealingKey;
import org.lanerunner.shared.Sql;
import org.lanerunner.shared.Uuid7;

/**
 * The data keys. They lie in the database under a master key, and those that are used are open in memory, up to a bound. The database is asked each time which
 * key is in use, and its row is held until the transaction that seals has ended. So nobody still seals with a key that is retired, and a key whose maker was
 * rolled back is never used.
 */
class DataKeys {

    private static final int IN_MEMORY = 256;

    /** A key that is open, so that it can seal. */
    record DataKey(UUID id, String purpose, SealingKey key) {}

    private record Wrapped(UUID id, String purpose, String masterKey, byte[] bytes) {}

    private final Sql sql;
    private final MasterKeys masterKeys;
    private final Clock clock;
    private final Map<UUID, DataKey> open = new LinkedHashMap<>(IN_MEMORY, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, DataKey> eldest) {
            return size() > IN_MEMORY;
        }
    };

    DataKeys(Sql sql, MasterKeys masterKeys, Clock clock) {
        this.sql = sql;
        this.masterKeys = masterKeys;
        this.clock = clock;
    }

    /** The key that seals for the purpose. It is made if there is none. If another transaction makes it at the same moment, this one waits for it. */
    DataKey inUse(String purpose) {
        return held(purpose)
                .or(() -> {
                    make(purpose);
                    return held(purpose);
                })
                .orElseThrow();
    }

    /** @throws IllegalStateException when there is no such key, or it was destroyed */
    DataKey byId(UUID id) {
        DataKey known = remembered(id);
        if (known != null) {
            return known;
        }
        Wrapped wrapped = wrapped(id);
        Optional<MasterKeys.MasterKey> master = masterKeys.find(wrapped.masterKey());
        if (master.isEmpty()) {
            // the master key may have been changed since the row was read: then the row names another one by now
            wrapped = wrapped(id);
        }
        return unwrapped(wrapped, masterKeys.named(wrapped.masterKey()));
    }

    private Wrapped wrapped(UUID id) {
        return sql.first(
                        "SELECT id, purpose, master_key, wrapped FROM vault.data_key WHERE id = ? AND destroyed_at IS NULL",
                        row -> new Wrapped(
                                Sql.id(row, "id"),
                                row.getString("purpose"),
                                row.getString("master_key"),
                                row.getBytes("wrapped")),
                        id)
                .orElseThrow(() -> new IllegalStateException("there is no data key " + id));
    }

    private Optional<DataKey> held(String purpose) {
        return sql.first(
                        "SELECT id FROM vault.data_key WHERE purpose = ? AND retired_at IS NULL FOR SHARE",
                        row -> Sql.id(row, "id"),
                        purpose)
                .map(this::byId);
    }

    private void make(String purpose) {
        UUID id = Uuid7.next();
        // whoever changes the master key waits for this transaction, or this transaction for them: so no key is made
        // under a master key that is about to go
        sql.query("SELECT pg_advisory_xact_lock_shared(?)", row -> true, MasterKeyRotation.LOCK);
        MasterKeys.MasterKey master = masterKeys.inUse();
        sql.update(
                "INSERT INTO vault.data_key (id, purpose, master_key, wrapped, made_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (purpose) WHERE retired_at IS NULL DO NOTHING",
                id,
                purpose,
                master.name(),
                wrap(master, id, purpose, SealingKey.random().bytes()),
                clock.instant());
    }

    static byte[] wrap(MasterKeys.MasterKey master, UUID id, String purpose, byte[] key) {
        return master.key().seal(key, place(id, purpose));
    }

    static byte[] unwrap(MasterKeys.MasterKey master, UUID id, String purpose, byte[] wrapped) {
        return master.key().open(wrapped, place(id, purpose));
    }

    private DataKey unwrapped(Wrapped wrapped, MasterKeys.MasterKey master) {
        byte[] bytes = unwrap(master, wrapped.id(), wrapped.purpose(), wrapped.bytes());
        DataKey key = new DataKey(wrapped.id(), wrapped.purpose(), new SealingKey(bytes));
        synchronized (open) {
            open.put(key.id(), key);
        }
        return key;
    }

    private DataKey remembered(UUID id) {
        synchronized (open) {
            return open.get(id);
        }
    }

    private static byte[] place(UUID id, String purpose) {
        return ("vault.data_key " + id + ' ' + purpose).getBytes(StandardCharsets.US_ASCII);
    }
}
